"""exercises/ is made from solutions/: stable, marked as generated, without solutions, and never half."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.grading.errors import GradingError
from autograder.grading.release import is_generated, release

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = "ch90_made_up"


def contents(root):
    return {path.relative_to(root): (path.read_bytes(), path.stat().st_mtime_ns)
            for path in (root / "exercises").rglob("*") if path.is_file()}


def edit(course, name, change):
    """Changes the source notebook of an exercise."""
    path = course.root / "solutions" / CHAPTER / f"{name}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    change(notebook)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def test_the_stub_keeps_the_first_line_and_docstrings_and_nothing_of_the_solution(course):
    source = "".join(course.release_of("buffer")["cells"][2]["source"])
    assert source.startswith('%%exercise ch90_made_up/buffer\n"""The buffer."""')
    assert '"""The answer."""' in source and "NotImplementedError" in source
    for name in ("buffer", "gate"):
        assert "return 42" not in json.dumps(course.release_of(name)) and "SOLUTION" not in json.dumps(course.release_of(name))


def test_a_second_run_changes_not_a_byte(course):
    before = contents(course.root)
    assert release(course_root=course.root) == ["exercises/ch90_made_up/buffer.ipynb", "exercises/ch90_made_up/gate.ipynb"]
    assert contents(course.root) == before


def test_without_a_gradebook_too(course):
    before = contents(course.root)
    (course.root / "grading" / "gradebook.db").unlink()
    release(CHAPTER, course_root=course.root)
    assert contents(course.root) == before
    assert (course.root / "grading" / "gradebook.db").exists()


def test_a_new_gradebook_has_the_version_that_nbgrader_gives_it():
    import nbgrader.api

    from autograder.grading import gradebook

    theirs = nbgrader.api.get_alembic_version()
    with gradebook.quickly_made():
        assert nbgrader.api.get_alembic_version() == theirs


def test_released_notebooks_say_that_they_are_generated(course):
    path = course.root / "exercises" / CHAPTER / "gate.ipynb"
    assert is_generated(path)
    assert course.release_of("gate")["metadata"]["course"]["generated"] == \
        "by `course release` from solutions/ch90_made_up/gate.ipynb; edit that one"
    assert not is_generated(course.root / "solutions" / CHAPTER / "gate.ipynb")


def test_plain_nbgrader_makes_the_same(course):
    before = {path: data for path, (data, _) in contents(course.root).items()}
    shutil.rmtree(course.root / "exercises")
    subprocess.run([sys.executable, "-m", "nbgrader", "generate_assignment", "--force", CHAPTER], cwd=course.root, check=True,
                   capture_output=True, env=environment())
    assert {path: data for path, (data, _) in contents(course.root).items()} == before


def environment():
    import os
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_hidden_tests_are_not_released(make):
    course = make(hidden=True)
    release(course_root=course.root)
    text = json.dumps(course.release_of("buffer"))
    assert "secret" not in text and "HIDDEN" not in text and '\\"basics\\"' in text


def test_modules_beside_a_solution_are_not_released(course):
    (course.root / "solutions" / CHAPTER / "buffer.py").write_text("answer = 42\n", encoding="utf-8")
    (course.root / "solutions" / CHAPTER / "figure.svg").write_text("<svg/>", encoding="utf-8")
    release(course_root=course.root)
    names = sorted(path.name for path in (course.root / "exercises" / CHAPTER).iterdir())
    assert names == ["buffer.ipynb", "figure.svg", "gate.ipynb"]


def test_an_exercise_that_is_gone_goes_and_a_stranger_stays(course):
    (course.root / "solutions" / CHAPTER / "gate.ipynb").unlink()
    (course.root / "exercises" / CHAPTER / "own.ipynb").write_text("{}", encoding="utf-8")
    assert release(course_root=course.root) == ["exercises/ch90_made_up/buffer.ipynb", "exercises/ch90_made_up/own.ipynb"]


@pytest.mark.parametrize("says, change", [
    ("would lose its line %%exercise ch90_made_up/gate.*BEGIN SOLUTION", lambda notebook: notebook["cells"][2].update(
        source=["%%exercise ch90_made_up/gate\n", "def answer(): return 42"])),
    ("no end solution statement", lambda notebook: notebook["cells"][2].update(
        source=["%%exercise ch90_made_up/gate\n", "### BEGIN SOLUTION"])),
    ("every cell needs an id", lambda notebook: notebook["cells"][0].pop("id")),
    ("every cell needs an id", lambda notebook: notebook.update(nbformat_minor=4)),
    ("Duplicate grade id", lambda notebook: notebook["cells"].append({**notebook["cells"][3], "id": "again"})),
])
def test_a_source_that_cannot_be_released_is_told_and_leaves_the_exercises_alone(course, says, change):
    before = contents(course.root)
    edit(course, "gate", change)
    with pytest.raises(GradingError, match=says):
        release(course_root=course.root)
    assert contents(course.root) == before


def test_a_changed_test_cell_after_submissions_is_told_with_the_remedy(course, grade):
    course.submit("ann", "gate", course.answered("gate"))
    grade()
    before = contents(course.root)
    edit(course, "gate", lambda notebook: notebook["cells"][3]["metadata"]["nbgrader"].update(grade_id="test_other"))
    with pytest.raises(GradingError, match="already holds submissions.*nbgrader db assignment remove ch90_made_up"):
        release(course_root=course.root)
    assert contents(course.root) == before


def test_an_unknown_assignment_is_refused(course):
    with pytest.raises(GradingError, match="no assignment called 'ch91'.*ch90_made_up"):
        release("ch91", course_root=course.root)


def test_exercises_equal_what_release_makes_of_solutions(tmp_path):
    """The repository's own: run `course release` and commit what it changes."""
    for name in ("solutions", "exercises"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns(".ipynb_checkpoints", "__pycache__"))
    shutil.copy(ROOT / "nbgrader_config.py", tmp_path)
    before = {path: data for path, (data, _) in contents(tmp_path).items()}
    made = release(course_root=tmp_path)
    sources = {str(path.relative_to(tmp_path / "solutions")) for path in (tmp_path / "solutions").rglob("*.ipynb")}
    assert {str(Path(path).relative_to("exercises")) for path in made} == sources
    assert {path: data for path, (data, _) in contents(tmp_path).items()} == before


def test_each_check_has_one_test_cell_worth_its_points():
    """Of the repository's exercises: what the notebooks promise is what the specs give."""
    from autograder.checks import registry
    from autograder.grading.preprocessor import calls

    for path in sorted((ROOT / "solutions").glob("*/*.ipynb")):
        exercise = registry.find(f"{path.parent.name}/{path.stem}")
        cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
                 if cell["metadata"].get("nbgrader", {}).get("grade")]
        found = [(name, cell["metadata"]["nbgrader"]["points"]) for cell in cells
                 for asked, names in calls("".join(cell["source"])) for name in names if asked == exercise.id]
        assert sorted(found) == sorted((check.name, check.points) for check in exercise.checks if check.name != "loads"), path
