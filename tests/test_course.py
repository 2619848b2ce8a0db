"""The course as a whole: every exercise has its two halves; solutions pass, stubs fail, and every submission of the
corpus is judged rightly."""

import re
from pathlib import Path

import nbformat
import pytest

from autograder import sandbox
from autograder.checks import registry
from tests import corpus

ROOT = Path(__file__).resolve().parent.parent
EXERCISES = registry.exercises()
SUBMISSIONS = corpus.submissions()
REAL = {path for exercise in EXERCISES for path in corpus.submissions(exercise)[:2]}    # both right; all: python -m tests.corpus --real


def cell_source(notebook):
    cells = nbformat.read(notebook, as_version=4).cells
    found = [c.source for c in cells if c.source.startswith("%%exercise")]
    assert len(found) == 1, f"{notebook.name} has {len(found)} exercise cells"
    return "#" + found[0]


def test_every_spec_has_a_solution_and_every_solution_a_spec():
    solutions = sorted(f"{p.parent.name}/{p.stem}" for p in (ROOT / "solutions").glob("ch*_*/*.ipynb"))
    assert solutions == EXERCISES
    released = sorted(f"{p.parent.name}/{p.stem}" for p in (ROOT / "exercises").glob("ch*_*/*.ipynb"))
    assert released == EXERCISES


@pytest.mark.parametrize("exercise", EXERCISES)
def test_every_exercise_is_complete(exercise):
    found = registry.find(exercise)
    assert registry.find(found.name) is found
    assert len(found.hints) == 3 and all(found.hints)
    assert len(found.checks) >= 3
    assert len({c.name for c in found.checks}) == len(found.checks)
    assert all(c.label != c.name and c.promise and c.points > 0 for c in found.checks)
    known = {c.name for c in found.checks}
    assert all(set(c.after) <= known for c in found.checks)
    assert all(c.judge for c in found.checks if c.real)


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_cells_of_a_solution_are_its_checks_and_one_at_least_is_hidden(exercise):
    cells = nbformat.read(ROOT / "solutions" / f"{exercise}.ipynb", as_version=4).cells
    graded = [c for c in cells if c.metadata.get("nbgrader", {}).get("grade")]
    said = [(re.search(r'^check\("(\S+)", "(\w+)"\)$', c.source, re.MULTILINE).groups(), c.metadata.nbgrader.points) for c in graded]
    assert said == [((exercise, check.name), check.points) for check in registry.find(exercise).checks]
    assert any("### BEGIN HIDDEN TESTS" in c.source for c in graded)
    assert {c.id for c in cells} >= {"story", "contract", "worked-call", "solution", "scratch", "report", "shown", "why-hard"}


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_solution_gets_full_marks(exercise):
    report = sandbox.check_source(exercise, cell_source(ROOT / "solutions" / f"{exercise}.ipynb"))
    assert [c["outcome"] for c in report["checks"]] == ["passed"] * len(report["checks"])
    assert report["score"] == report["max_score"] > 0


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_untouched_stub_gets_nothing_and_a_friendly_word(exercise):
    report = sandbox.check_source(exercise, cell_source(ROOT / "exercises" / f"{exercise}.ipynb"))
    assert report["score"] == 0
    first = next(c for c in report["checks"] if c["outcome"] == "failed")
    assert "not written yet" in first["message"] and "NotImplementedError" in first["look"]


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_corpus_is_large_enough_and_names_checks_that_exist(exercise):
    headers = [corpus.header(path) for path in corpus.submissions(exercise)]
    assert sum(named is None for named, _ in headers) >= 6 and sum(named is not None for named, _ in headers) >= 12
    assert {named for named, _ in headers} - {None} <= corpus.known_checks(exercise)


@pytest.mark.parametrize("path", SUBMISSIONS, ids=[f"{p.parent.name}/{p.stem}" for p in SUBMISSIONS])
def test_a_submission_is_judged_as_its_header_says(path):
    """A right one gets full marks; a wrong one fails in the check that it names, with one of its kinds, and without points for it."""
    checks = corpus.judged(path, path in REAL)
    assert corpus.disagreement(path, checks) == ""
    for check in checks:
        if check["outcome"] == "failed":
            assert check["message"].endswith((".", "!", "?")) and check["points"] == 0


def test_a_verdict_is_the_same_every_time():
    path = corpus.CORPUS / "ch10_semaphores" / "bounded_buffer" / "wrong_ring_no_mutex.py"
    runs = [corpus.judged(path) for _ in range(3)]
    assert runs[0] == runs[1] == runs[2]


def test_an_unknown_exercise_names_near_misses():
    with pytest.raises(registry.UnknownExercise, match="bounded_buffer"):
        registry.find("bounded_bufer")
    with pytest.raises(registry.UnknownExercise):
        registry.find("../../etc/passwd")
