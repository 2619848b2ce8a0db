"""What the kernel-less preprocessor reads of a notebook, and what nbgrader makes of what it writes."""

import nbformat
import pytest
from nbconvert.exporters import NotebookExporter
from nbformat.v4 import new_code_cell, new_notebook
from nbgrader import utils
from traitlets.config import LoggingConfigurable

from autograder.grading.exporter import KEY
from autograder.grading.preprocessor import NotOurs, RunChecks, calls, same_exercise, solutions

EXERCISE = "ch90_made_up/buffer"
MARKS = {"schema_version": 3, "grade": False, "locked": False, "solution": False}


def cell(source, **marks):
    return new_code_cell(source, metadata={"nbgrader": {**MARKS, "grade_id": "x", **marks}} if marks else {})


def graded(source, points=5.0):
    return cell(source, grade=True, locked=True, points=points)


def run(*cells, reports=None, **metadata):
    """The notebook after the preprocessor, and the list of (exercise, source) that were run."""
    ran = []

    def check(exercise, source):
        ran.append((exercise, source))
        return reports[exercise] if isinstance(reports, dict) else reports(exercise, source)

    class Converter(LoggingConfigurable):
        run_checks = staticmethod(check)

    step = RunChecks(parent=NotebookExporter(parent=Converter()))
    notebook = new_notebook(cells=list(cells), metadata=metadata)
    notebook, _ = step.preprocess(notebook, {"nbgrader": {"notebook": "buffer"}})
    nbformat.validate(notebook)
    return notebook, ran


SOLUTION = cell(f"%%exercise {EXERCISE}\nreturn 42", solution=True)


@pytest.mark.parametrize("source, found", [
    ('check("ch/a", "b")', [("ch/a", ["b"])]),
    ("check('a', 'b', 'c')  # two", [("a", ["b", "c"])]),
    ('check("a")', [("a", [])]),
    ('from autograder.notebook import check\ncheck("a")\n### BEGIN HIDDEN TESTS\ncheck("a", "c");\n### END HIDDEN TESTS', [("a", []), ("a", ["c"])]),
    ("# nothing", []),
])
def test_calls_of_check(source, found):
    assert calls(source) == found


@pytest.mark.parametrize("source", ["10", "check()", "check(name)", 'check("a", points=10)', 'x = check("a")', "import os", "%load_ext x",
                                    'other.check("a")', "check(*names)", "check('a', 3)", "(" * 1000, "\0"])
def test_anything_else_is_not_ours(source):
    with pytest.raises(NotOurs):
        calls(source)


def test_the_module_is_what_the_magic_would_make():
    notebook = new_notebook(cells=[cell(f"\n\n%%exercise  {EXERCISE} \n\ndef answer(): ...\n", solution=True),
                                   cell(f"%%exercise {EXERCISE}\nnot a solution cell")])
    assert solutions(notebook) == {EXERCISE: f"# %%exercise {EXERCISE}\n\ndef answer(): ...\n"}


def test_short_names_of_exercises():
    assert same_exercise("buffer", EXERCISE) and same_exercise(EXERCISE, "buffer") and same_exercise(EXERCISE, EXERCISE)
    assert not same_exercise("uffer", EXERCISE) and not same_exercise("ch91/buffer", EXERCISE)


def test_an_exercise_runs_once_and_each_cell_gets_its_part(fake_report):
    notebook, ran = run(SOLUTION, graded(f'check("{EXERCISE}", "basics")', 2.0), graded(f'check("{EXERCISE}", "blocks")', 3.0),
                        cell(f'check("{EXERCISE}")', locked=True), reports=fake_report)
    assert ran == [(EXERCISE, f"# %%exercise {EXERCISE}\nreturn 42")]
    first, second, whole = (each.outputs[0] for each in notebook.cells[1:])
    assert (first.data["text/plain"], second.data["text/plain"], whole.data["text/plain"]) == ("2.0", "3.0", "5.0")
    assert "Basics" in first.data["text/html"] and "Blocks" not in first.data["text/html"]
    assert utils.determine_grade(notebook.cells[1]) == (2.0, 2.0)


def test_several_calls_in_one_cell_add_up(fake_report):
    notebook, _ = run(SOLUTION, graded(f'check("{EXERCISE}", "basics")\ncheck("{EXERCISE}", "blocks")'), reports=fake_report)
    assert utils.determine_grade(notebook.cells[1]) == (5.0, 5.0)


@pytest.mark.parametrize("cells, says", [
    ([graded(f'check("{EXERCISE}")')], "no solution cell that begins with %%exercise"),
    ([SOLUTION, graded(f'check("{EXERCISE}", "other")')], "no check called other"),
    ([SOLUTION, graded(f'check("{EXERCISE}", "basics")', 3.0)], "worth 3 points, but its checks give at most 2"),
    ([SOLUTION, graded("assert answer() == 42")], "without a kernel"),
    ([SOLUTION, graded("# nothing left", 1.0)], "worth 1 points, but its checks give at most 0"),
])
def test_a_mistake_of_the_course_is_an_error_not_a_score(cells, says, fake_report):
    notebook, _ = run(*cells, reports=fake_report)
    (output,) = notebook.cells[-1].outputs
    assert output.output_type == "error" and output.ename == "NotGraded" and says in output.evalue


def test_what_was_skipped_because_of_our_fault_is_undecided_too(fake_report):
    report = fake_report(EXERCISE, "return 42")
    report["checks"][0].update(outcome="grader_error", points=0.0, message="oh dear")
    report["checks"][1].update(outcome="skipped", points=0.0)
    notebook, _ = run(SOLUTION, graded(f'check("{EXERCISE}", "blocks")', 3.0), reports={EXERCISE: report})
    assert notebook.cells[1].outputs[0].output_type == "error"


def test_a_notebook_set_aside_runs_nothing(fake_report):
    notebook, ran = run(SOLUTION, graded(f'check("{EXERCISE}")'), reports=fake_report, **{KEY: {"set_aside": "It is a PDF."}})
    assert ran == [] and notebook.cells[1].outputs[0].evalue == "It is a PDF."


def test_stale_outputs_of_ungraded_cells_are_gone(fake_report):
    notebook, _ = run(cell("print(1)"), SOLUTION, reports=fake_report)
    assert [each.outputs for each in notebook.cells] == [[], []]


def test_a_report_that_cannot_be_drawn_keeps_its_score(fake_report, monkeypatch):
    import autograder.notebook.report as report

    monkeypatch.setattr(report, "html", lambda *arguments: 1 / 0)
    notebook, _ = run(SOLUTION, graded(f'check("{EXERCISE}", "basics")', 2.0), reports=fake_report)
    data = notebook.cells[1].outputs[0].data
    assert data["text/plain"] == "2.0" and data["text/html"].startswith("<pre>passed: Basics")
