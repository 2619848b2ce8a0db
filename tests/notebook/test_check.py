"""check(): one run per source, a number for nbgrader, words for the reader."""

import sys
from pathlib import Path

import nbformat
import pytest

from autograder.checks import registry
from autograder.notebook import checking, errors
from tests.notebook import samples

EXERCISE = "ch10_semaphores/bounded_buffer"
ROOT = Path(__file__).resolve().parents[2]


def solution(stub=False, name="bounded_buffer"):
    """The solution cell of the notebook, or the stub nbgrader makes of it."""
    notebook = nbformat.read(ROOT / "solutions" / "ch10_semaphores" / f"{name}.ipynb", as_version=4)
    if stub:
        from nbgrader.preprocessors import ClearSolutions
        notebook, _ = ClearSolutions().preprocess(notebook, {})
    return next(cell.source for cell in notebook.cells if cell.id == "solution")


def value(shell, line):
    """The value of a line run in the shell, which must raise nothing."""
    result = shell.run_cell(line, store_history=True)
    result.raise_error()
    return result.result


@pytest.fixture
def counted(monkeypatch):
    """Counts the runs of the sandbox and answers each with a sample, so that these tests are about check() alone."""
    answers, runs = [], []

    def check_source(exercise, source, **options):
        runs.append(source)
        options["on_progress"]({"checks": 1, "name": "basics", "label": "Basics", "schedules": 1200})
        answer = answers[-1]
        if isinstance(answer, BaseException):
            raise answer
        return answer

    monkeypatch.setattr("autograder.sandbox.check_source", check_source, raising=False)
    names = ["basics", "fifo", "capacity", "real"]
    found = registry.find(EXERCISE)
    monkeypatch.setattr(registry, "find", lambda name: _WithChecks(found, names))
    return answers, runs


class _WithChecks:
    """An exercise with other checks."""

    def __init__(self, exercise, names):
        self.id, self.name, self.hints = exercise.id, exercise.name, exercise.hints
        self.checks = [type("Check", (), {"name": name, "label": name, "points": 1.0}) for name in names]


def test_one_run_for_all_the_cells(shell, counted, capsys):
    answers, runs = counted
    answers.append(samples.FAILED)
    shell.run_cell(f"%%exercise {EXERCISE}\nvalue = 1\n")
    assert value(shell, f"check('{EXERCISE}', 'basics')") == 2.0
    assert value(shell, f"check('{EXERCISE}', 'fifo')") == 0.0
    assert value(shell, f"check('{EXERCISE}', 'basics', 'capacity')") == 3.5
    assert value(shell, f"check('{EXERCISE}')") == 3.5
    assert len(runs) == 1 and runs[0] == f"# %%exercise {EXERCISE}\nvalue = 1\n"
    shell.run_cell(f"%%exercise {EXERCISE}\nvalue = 2\n")
    value(shell, f"check('{EXERCISE}', 'basics')")
    assert len(runs) == 2
    assert capsys.readouterr().err == ""


def test_it_says_what_it_means_outside_a_notebook(shell, counted, capsys):
    counted[0].append(samples.FAILED)
    shell.run_cell(f"%%exercise {EXERCISE}\nvalue = 1\n")
    score = value(shell, f"check('{EXERCISE}', 'capacity')")
    shown = capsys.readouterr().out
    assert "held 3 items" in shown and "held 3 items" in score.text and "held 3 items" in score.html


def test_nothing_to_check_yet(shell, capsys):
    score = value(shell, f"check('{EXERCISE}', 'loads')")
    assert score == 0.0 and f"%%exercise {EXERCISE}" in score.html and "Run the cell" in score.text


@pytest.mark.parametrize("call", ["check('ch10_semaphores/bounded_bufer')", f"check('{EXERCISE}', 'nonsense')"])
def test_unknown_names(shell, call, capsys):
    shell.run_cell(f"%%exercise {EXERCISE}\nvalue = 1\n")
    score = value(shell, call)
    assert score == 0.0 and ("bounded_buffer" in score.text)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("answer", [samples.GRADER, RuntimeError("no sandbox <b>"), OSError(28, "disk full")])
def test_a_fault_of_ours_is_an_error_in_words_and_tried_again(shell, counted, capsys, answer):
    answers, runs = counted
    answers.append(answer)
    shell.run_cell(f"%%exercise {EXERCISE}\nvalue = 1\n")
    capsys.readouterr()
    for _ in range(2):
        result = shell.run_cell(f"check('{EXERCISE}', 'basics')")
        assert isinstance(result.error_in_exec, errors.GraderError) and result.result is None
    shown = capsys.readouterr()
    assert "not of your program" in shown.out and "Traceback" not in shown.out and shown.err == ""
    assert len(runs) == 2


def test_stop_scores_nothing(shell, counted, capsys):
    answers, _ = counted
    answers.append(KeyboardInterrupt())
    shell.run_cell(f"%%exercise {EXERCISE}\nvalue = 1\n")
    result = shell.run_cell(f"check('{EXERCISE}')")
    assert isinstance(result.error_in_exec, errors.CheckStopped)
    answers.append(samples.PASSED)
    assert value(shell, f"check('{EXERCISE}')") == 10.0


def test_without_ipython(counted, monkeypatch, capsys):
    """In a plain program the report is printed."""
    counted[0].append(samples.PASSED)
    monkeypatch.setitem(sys.modules, "IPython", None)
    monkeypatch.setitem(checking.session._sources, EXERCISE, "value = 1\n")
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert checking.check(EXERCISE) == 10.0
    assert "bounded_buffer: 10 of 10 points" in capsys.readouterr().out


def test_hints(shell):
    from autograder.notebook import hint
    hints = registry.find(EXERCISE).hints
    assert hints[0] in repr(hint(EXERCISE)) and hints[2] in repr(hint("bounded_buffer", level=3))
    assert "level=1 to level=3" in repr(hint(EXERCISE, level=4)) and "bounded_buffer" in repr(hint("bounded_bufer"))
    assert hint(EXERCISE)._repr_html_()


# The rest runs the real thing.

@pytest.mark.parametrize("name", ["bounded_buffer", "counting_semaphore"])
def test_the_untouched_stub_gets_nothing_and_a_friendly_word(shell, name, capsys):
    shell.run_cell(solution(stub=True, name=name)).raise_error()
    score = value(shell, f"check('ch10_semaphores/{name}')")
    assert score == 0.0 and "where your code belongs" in " ".join(score.text.split()) and "Hint 1 of 3" in score.html
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["bounded_buffer", "counting_semaphore"])
def test_the_solution_gets_full_marks_and_is_recorded(shell, name):
    shell.run_cell(solution(name=name)).raise_error()
    score = value(shell, f"check('ch10_semaphores/{name}')")
    assert score == sum(check.points for check in registry.find(name).checks) > 0
    assert "Every check passed" in score.text and "proved" in score.html
    assert f"best {score:g} of {score:g}, 1 run" in repr(value(shell, "progress()"))


def test_a_wrong_solution_shows_its_interleaving(shell):
    """The lock taken before the semaphore: a full buffer is a deadlock."""
    wrong = solution().replace("self._free.acquire()                #", "#")
    wrong = wrong.replace("with self._mutex:\n            self._items.append(item)",
                          "with self._mutex:\n            self._free.acquire()\n            self._items.append(item)")
    shell.run_cell(wrong).raise_error()
    score = value(shell, f"check('{EXERCISE}')")
    assert 0 < score < 10 and "deadlock" in score.html and "The interleaving (" in score.html
    assert "waits for _mutex, held by" in score.html


def test_a_cell_that_does_not_parse_is_checked_as_such(shell):
    shell.run_cell(f"%%exercise {EXERCISE}\nclass BoundedBuffer:\n    def put(self, item:\n")
    score = value(shell, f"check('{EXERCISE}')")
    assert score == 0.0 and "syntax error" in score.text and "3" in score.text
