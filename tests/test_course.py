"""The course as a whole: every exercise has its two halves; solutions pass, stubs fail, and every submission of the
corpus is judged rightly."""

import re
from pathlib import Path

import nbformat
import pytest

from autograder import sandbox
from autograder.checks import registry, runner
from autograder.checks.loading import LOADS as LOADS_NAME
from autograder.checks.spec import Check

ROOT = Path(__file__).resolve().parent.parent
CORPUS = Path(__file__).resolve().parent / "submissions"
EXERCISES = registry.exercises()
LOADS = Check(LOADS_NAME, "", 0, None)
SUBMISSIONS = sorted(CORPUS.glob("ch*_*/*/right_*.py")) + sorted(CORPUS.glob("ch*_*/*/wrong_*.py"))
ids = [f"{p.parent.name}/{p.stem}" for p in SUBMISSIONS]


def exercise_of(path):
    return f"{path.parent.parent.name}/{path.parent.name}"


def cell_source(notebook):
    cells = nbformat.read(notebook, as_version=4).cells
    found = [c.source for c in cells if c.source.startswith("%%exercise")]
    assert len(found) == 1, f"{notebook.name} has {len(found)} exercise cells"
    return "#" + found[0]


def simulated(exercise, source, filename):
    return runner.run({"exercise": exercise, "source": source, "filename": filename}, lambda message: None)["checks"]


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
def test_the_solution_gets_full_marks(exercise):
    report = sandbox.check_source(exercise, cell_source(ROOT / "solutions" / f"{exercise}.ipynb"))
    assert [c["outcome"] for c in report["checks"]] == ["passed"] * len(report["checks"])
    assert report["score"] == report["max_score"] > 0
    assert {c["verdict"] for c in report["checks"]} <= {"proved", "passed"}


@pytest.mark.parametrize("exercise", EXERCISES)
def test_the_untouched_stub_gets_nothing_and_a_friendly_word(exercise):
    report = sandbox.check_source(exercise, cell_source(ROOT / "exercises" / f"{exercise}.ipynb"))
    assert report["score"] == 0
    first = next(c for c in report["checks"] if c["outcome"] == "failed")
    assert "not written yet" in first["message"] and "NotImplementedError" in first["look"]


@pytest.mark.parametrize("path", [p for p in SUBMISSIONS if p.stem.startswith("right")],
                         ids=[i for i in ids if "/right" in i])
def test_a_right_submission_gets_full_marks(path):
    report = sandbox.check_source(exercise_of(path), path.read_bytes(), filename=path.name)
    assert [(c["name"], c["message"]) for c in report["checks"] if c["outcome"] != "passed"] == []


@pytest.mark.parametrize("path", [p for p in SUBMISSIONS if p.stem.startswith("wrong")],
                         ids=[i for i in ids if "/wrong" in i])
def test_a_wrong_submission_fails_for_its_reason(path):
    """In the check that its first line names, with a kind of its second."""
    exercise, source = exercise_of(path), path.read_text(encoding="utf-8")
    named = re.match(r"# fails: (\w+): \S", source).group(1)
    kinds = set(re.search(r"^# kind: (.*)$", source, re.M).group(1).split("|"))
    check = next(c for c in [LOADS, *registry.find(exercise).checks] if c.name == named)
    if check.real:
        checks = sandbox.check_source(exercise, source, filename=path.name)["checks"]
    else:
        checks = simulated(exercise, source, path.name)
    failed = {c["name"]: c for c in checks if c["outcome"] == "failed"}
    assert named in failed, f"{named} does not fail; what does: {list(failed)}"
    assert not [c for c in checks if c["outcome"] == "grader_error"]
    assert kinds & {c["kind"] for c in failed.values()}
    for check in failed.values():
        assert check["message"].endswith((".", "!", "?")) and check["points"] == 0


def test_a_verdict_is_the_same_every_time():
    path = CORPUS / "ch10_semaphores" / "bounded_buffer" / "wrong_ring_no_mutex.py"
    source = path.read_text(encoding="utf-8")
    runs = [simulated("bounded_buffer", source, path.name) for _ in range(3)]
    assert runs[0] == runs[1] == runs[2]


def test_an_unknown_exercise_names_near_misses():
    with pytest.raises(registry.UnknownExercise, match="bounded_buffer"):
        registry.find("bounded_bufer")
    with pytest.raises(registry.UnknownExercise):
        registry.find("../../etc/passwd")
