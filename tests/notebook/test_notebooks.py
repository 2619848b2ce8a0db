"""The notebooks themselves: valid, stable, without outputs where they are sources, and equal to the specs."""

import json
import re
from pathlib import Path

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator
from nbgrader.preprocessors import ClearHiddenTests, ClearSolutions
from nbgrader.utils import is_grade, is_solution

from autograder.checks import registry

ROOT = Path(__file__).resolve().parents[2]
SOLUTIONS = sorted((ROOT / "solutions").glob("ch*/*.ipynb"))
NOTEBOOKS = [*SOLUTIONS, ROOT / "notebooks" / "start.ipynb"]
CHECK = re.compile(r'check\("([\w/]+)", "(\w+)"\)')


def name_of(path):
    return f"{path.parent.name}/{path.stem}"


@pytest.fixture(params=NOTEBOOKS, ids=name_of)
def path(request):
    return request.param


@pytest.fixture(params=SOLUTIONS, ids=name_of)
def exercise(request):
    """(id of the exercise, its notebook)."""
    return name_of(request.param), nbformat.read(request.param, as_version=4)


def test_valid_and_written_the_one_way(path):
    text = path.read_text(encoding="utf-8")
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    assert notebook.nbformat_minor == 5
    assert text == json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"
    assert notebook.metadata.kernelspec.name == "python3"


def test_ids_mean_something(path):
    notebook = nbformat.read(path, as_version=4)
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids) and all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", each) for each in ids)


def test_one_sentence_per_line(path):
    """No line of prose goes on after a sentence has ended."""
    for cell in nbformat.read(path, as_version=4).cells:
        if cell.cell_type == "markdown":
            code = re.compile(r"```.*?```|`[^`]*`|<[^>]*>|^\d+\. |\*\*.*?\*\*", re.DOTALL | re.MULTILINE)
            prose = code.sub("", cell.source)
            for line in prose.splitlines():
                if not line.startswith(("- ", "#", " ")):
                    assert not re.search(r"[a-z)][.!?] [A-Z]", line), line


def test_solutions_are_kept_without_outputs(exercise):
    for cell in exercise[1].cells:
        if cell.cell_type == "code":
            assert cell.outputs == [] and cell.execution_count is None


def test_nbgrader_accepts_the_metadata(exercise):
    MetadataValidator().validate_nb(exercise[1])
    for cell in exercise[1].cells:
        if "nbgrader" in cell.metadata:
            assert cell.metadata.nbgrader.schema_version == 3 and cell.metadata.nbgrader.grade_id == cell.id


def test_the_first_code_cell_makes_check_available(exercise):
    first = next(cell for cell in exercise[1].cells if cell.cell_type == "code")
    assert first.source.startswith("from autograder.notebook import check")


def test_one_locked_cell_for_each_check_of_the_spec(exercise):
    """Names, points and order are the spec's."""
    name, notebook = exercise
    found = []
    for cell in filter(is_grade, notebook.cells):
        calls = CHECK.findall(cell.source)
        assert len(calls) == 1 and calls[0][0] == name and cell.metadata.nbgrader.locked
        found.append((calls[0][1], float(cell.metadata.nbgrader.points)))
    assert found == [(check.name, float(check.points)) for check in registry.find(name).checks if check.name != "loads"]


def test_a_hidden_check(exercise):
    hidden = [cell for cell in exercise[1].cells if "### BEGIN HIDDEN TESTS" in cell.source]
    assert hidden and all(is_grade(cell) for cell in hidden)
    released, _ = ClearHiddenTests().preprocess(nbformat.from_dict(exercise[1]), {})
    for cell in released.cells:
        if cell.id in [each.id for each in hidden]:
            assert not CHECK.search(cell.source) and cell.source.startswith("#")


def test_the_stub_keeps_magic_names_and_docstrings(exercise):
    name, notebook = exercise
    source = next(cell for cell in notebook.cells if is_solution(cell)).source
    released, _ = ClearSolutions().preprocess(notebook, {})
    stub = next(cell for cell in released.cells if is_solution(cell)).source
    assert stub.startswith(f"%%exercise {name}\n") and "SOLUTION" not in stub
    assert stub.count("raise NotImplementedError()") == source.count("### BEGIN SOLUTION")
    kept = re.compile(r"^\s*(?:class|def) .*:$|^\s*\"\"\".*", re.MULTILINE)
    hidden = re.compile(r"^ *### BEGIN SOLUTION.*?^ *### END SOLUTION$", re.MULTILINE | re.DOTALL)
    assert [line.strip() for line in kept.findall(stub)] == [line.strip() for line in kept.findall(hidden.sub("", source))]
    for provided in registry.find(name).provides:
        offered = re.match(r"\.?(\w+)", provided).group(1)
        defined = "(class|def) " if provided.endswith(")") else ""      # a plain attribute stands in a docstring
        assert re.search(rf"{defined}{offered}\b", stub)
    compile(stub.partition("\n")[2], name, "exec")


def test_running_everything_in_an_untouched_exercise_stops_nowhere(exercise):
    """JupyterLab's Run All ends at the first error; there must be none before the checks."""
    released, _ = ClearSolutions().preprocess(exercise[1], {})
    for cell in released.cells:
        ours = is_grade(cell) or is_solution(cell) or cell.id in ("setup", "report")
        if cell.cell_type == "code" and not ours:
            assert all(line.startswith("#") for line in cell.source.splitlines()), cell.id
