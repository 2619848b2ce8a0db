"""A classroom's round with the real exercises, the real sandbox and the real nbgrader.

Release, hand out and collect through nbgrader's exchange, grade, feedback, export. Everything is graded twice, by `course
grade` in one copy of the course and by plain `nbgrader autograde` in another, and the two gradebooks must agree row by row.
"""

import copy
import csv
import html
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.grading.grade import grade
from autograder.grading.release import release

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = "ch10_semaphores"
BUFFER, SEMAPHORE = "bounded_buffer", "counting_semaphore"
WRONG = ROOT / "tests" / "submissions" / CHAPTER / BUFFER / "wrong_ring_no_mutex.py"


def nbgrader(*arguments, cwd, **environment):
    """Runs nbgrader as a person would. Returns what it printed, errors included."""
    done = subprocess.run([sys.executable, "-m", "nbgrader", *arguments], cwd=cwd, capture_output=True, text=True, timeout=600,
                          env={**os.environ, "PYTHONPATH": str(ROOT), **environment})
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said


def solved(notebook, name, source=None):
    """The released notebook with the reference solution (or `source`) in its solution cell."""
    notebook = copy.deepcopy(notebook)
    reference = json.loads((ROOT / "solutions" / CHAPTER / f"{name}.ipynb").read_text(encoding="utf-8"))
    theirs = {cell["id"]: cell for cell in reference["cells"]}
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("solution"):
            cell["source"] = theirs[cell["id"]]["source"] if source is None else f"%%exercise {CHAPTER}/{name}\n{source}"
    return notebook


def test_cells(notebook):
    return [number for number, cell in enumerate(notebook["cells"]) if cell["metadata"].get("nbgrader", {}).get("grade")]


test_cells.__test__ = False


def deleted(notebook):
    del notebook["cells"][test_cells(notebook)[0]]


def duplicated(notebook):
    number = test_cells(notebook)[0]
    notebook["cells"].insert(number, copy.deepcopy(notebook["cells"][number]))


def edited(notebook):
    notebook["cells"][test_cells(notebook)[0]]["source"] = "10"


class Round:
    """Two copies of a course in which the same was handed in; `ours` is graded by us, `plain` by nbgrader."""

    def __init__(self, folder, course_type):
        self.ours, self.plain = course_type(folder / "ours"), course_type(folder / "plain")
        self.exchange, self.home, self.ada = folder / "exchange", folder / "home", folder / "ada"
        folder = self.ours.root / "solutions" / CHAPTER         # two exercises of the chapter are enough
        folder.mkdir(parents=True)
        for name in (BUFFER, SEMAPHORE):
            shutil.copy(ROOT / "solutions" / CHAPTER / f"{name}.ipynb", folder)
        shutil.copy(ROOT / "nbgrader_config.py", self.ours.root)

    def prepare(self):
        release(course_root=self.ours.root)
        if sys.platform != "win32":
            self.through_the_exchange()
        hand_in, names = self.ours.submit, (BUFFER, SEMAPHORE)
        notebooks = {name: self.ours.release_of(name, CHAPTER) for name in names}
        good = {name: solved(notebooks[name], name) for name in names}
        changed = {"carl_deleted": deleted, "dora_duplicated": duplicated, "emil_edited": edited}
        for student in ("ann_full", "bob_wrong", *changed, "fred_loop", "hans_broken"):
            hand_in(student, SEMAPHORE, good[SEMAPHORE], CHAPTER)
        hand_in("ann_full", BUFFER, good[BUFFER], CHAPTER)
        hand_in("bob_wrong", BUFFER, solved(notebooks[BUFFER], BUFFER, WRONG.read_text(encoding="utf-8")), CHAPTER)
        for student, change in changed.items():
            notebook = copy.deepcopy(good[BUFFER])
            change(notebook)
            hand_in(student, BUFFER, notebook, CHAPTER)
        hand_in("fred_loop", BUFFER, solved(notebooks[BUFFER], BUFFER, "while True:\n    pass\n"), CHAPTER)
        for name in names:
            hand_in("gina_stub", name, notebooks[name], CHAPTER)
        hand_in("hans_broken", BUFFER, json.dumps(good[BUFFER])[:-100], CHAPTER)
        shutil.copytree(self.ours.root, self.plain.root)

    def through_the_exchange(self):
        """Ada fetches the assignment, solves it and submits it; the teacher collects."""
        for folder in (self.exchange, self.home, self.ada):
            folder.mkdir()
        self.exchange.chmod(0o777)
        config = (f"c = get_config()\nc.Exchange.root = {str(self.exchange)!r}\nc.Exchange.cache = {str(self.home / 'cache')!r}\n"
                  "c.CourseDirectory.course_id = 'concurrent_python'\n")
        folder = self.home / "jupyter"
        folder.mkdir()
        (folder / "nbgrader_config.py").write_text(config, encoding="utf-8")
        places = {"JUPYTER_CONFIG_DIR": str(folder), "HOME": str(self.home)}
        nbgrader("release_assignment", CHAPTER, cwd=self.ours.root, **places)
        nbgrader("fetch_assignment", CHAPTER, cwd=self.ada, **places)
        for name in (BUFFER, SEMAPHORE):
            path = self.ada / CHAPTER / f"{name}.ipynb"
            path.write_text(json.dumps(solved(json.loads(path.read_text(encoding="utf-8")), name)), encoding="utf-8")
        (self.ada / CHAPTER / f"{BUFFER}.py").write_text("a left-over module\n", encoding="utf-8")
        nbgrader("submit", CHAPTER, "--student=ada", cwd=self.ada, **places)
        nbgrader("collect", CHAPTER, "--Collect.check_owner=False", cwd=self.ours.root, **places)
        (submission,) = (self.ours.root / "grading" / "submitted").glob(f"*/{CHAPTER}")
        assert not (submission / f"{BUFFER}.py").exists()
        submission.parent.rename(submission.parent.with_name("ada"))


@pytest.fixture(scope="module")
def classroom(tmp_path_factory, course_type):
    """The round up to the grades: (Round, our result, what nbgrader said)."""
    this = Round(tmp_path_factory.mktemp("classroom"), course_type)
    this.prepare()
    result = grade(CHAPTER, course_root=this.ours.root)
    return this, result, nbgrader("autograde", CHAPTER, cwd=this.plain.root)


def entry_of(result, student):
    return next(entry for entry in result["students"] if entry["student"] == student)


def buffer_of(result, student):
    return next(notebook for notebook in entry_of(result, student)["notebooks"] if notebook["name"] == BUFFER)


def test_everyone_has_a_result(classroom):
    _, result, _ = classroom
    names = ["ada"] * (sys.platform != "win32") + ["ann_full", "bob_wrong", "carl_deleted", "dora_duplicated", "emil_edited", "fred_loop",
                                                  "gina_stub", "hans_broken"]
    assert [entry["student"] for entry in result["students"]] == names
    assert {entry["student"] for entry in result["students"] if entry["status"] != "graded"} == {"hans_broken"}


@pytest.mark.parametrize("student", ["ada", "ann_full", "carl_deleted", "dora_duplicated", "emil_edited"])
def test_a_right_solution_gets_full_marks_whatever_became_of_its_test_cells(classroom, student):
    if student == "ada" and sys.platform == "win32":
        pytest.skip("nbgrader has no exchange on Windows")
    _, result, _ = classroom
    entry = entry_of(result, student)
    assert entry["score"] == entry["max_score"] == 20.0, entry["notes"]


@pytest.mark.parametrize("student, says", [("carl_deleted", "deleted"), ("dora_duplicated", "duplicated"), ("emil_edited", "changed")])
def test_what_became_of_them_is_told(classroom, student, says):
    _, result, _ = classroom
    (note,) = entry_of(result, student)["notes"]
    assert note.startswith(f"{BUFFER}: The locked cell") and says in note


def test_a_wrong_solution_loses_the_points_of_what_is_wrong(classroom):
    _, result, _ = classroom
    found = buffer_of(result, "bob_wrong")
    assert 0 < found["score"] < found["max_score"]
    assert {check["outcome"] for check in found["checks"]} >= {"passed", "failed"}
    assert not any(check["outcome"] == "grader_error" for check in found["checks"])


def test_an_untouched_stub_gets_nothing(classroom):
    _, result, _ = classroom
    assert entry_of(result, "gina_stub")["score"] == 0.0


def test_an_endless_loop_costs_that_exercise_only(classroom):
    _, result, _ = classroom
    assert buffer_of(result, "fred_loop")["score"] == 0.0
    assert entry_of(result, "fred_loop")["score"] == 10.0
    assert any(check["kind"] in ("hang", "livelock") for check in buffer_of(result, "fred_loop")["checks"])


def test_a_broken_notebook_is_set_aside(classroom):
    this, result, said = classroom
    entry = entry_of(result, "hans_broken")
    assert entry["status"] == "set_aside" and entry["score"] == 10.0 and buffer_of(result, "hans_broken")["score"] is None
    assert "damaged notebook" in entry["notes"][0] and "damaged notebook" in said
    assert all(row[3] is None and row[5] == 1 for row in this.ours.rows()[0] if row[:2] == ("hans_broken", BUFFER))


def test_plain_nbgrader_gives_the_same_scores_row_by_row(classroom):
    this, _, _ = classroom
    ours, plain = this.ours.rows(), this.plain.rows()
    assert ours == plain
    assert len(ours[0]) >= 8 * 10


def text_in(sentence, page):
    """Whether a page shows a sentence, whatever marks up its words."""
    plain = html.unescape(re.sub(r"<[^>]*>", "", page))
    return " ".join(sentence.replace("`", "").split()) in " ".join(plain.split())


def test_feedback_holds_the_report_and_no_hidden_test(classroom):
    this, result, _ = classroom
    nbgrader("generate_feedback", CHAPTER, cwd=this.ours.root)
    folder = this.ours.root / "grading" / "feedback"
    pages = {student: (folder / student / CHAPTER / f"{BUFFER}.html").read_text(encoding="utf-8")
             for student in ("ann_full", "bob_wrong", "hans_broken")}
    failed = [check for check in buffer_of(result, "bob_wrong")["checks"] if check["outcome"] == "failed"]
    for check in failed:
        assert text_in(check["label"], pages["bob_wrong"]) and text_in(check["message"], pages["bob_wrong"])
    assert "What was promised" in pages["bob_wrong"] and "step by step" in pages["bob_wrong"]
    assert "What was promised" not in pages["ann_full"]
    assert "This notebook could not be graded." in pages["hans_broken"] and "damaged notebook" in pages["hans_broken"]
    for page in pages.values():
        assert "BEGIN HIDDEN" not in page and "END HIDDEN" not in page
    assert not list(folder.rglob("*.py"))


def test_export_has_the_scores(classroom):
    this, result, _ = classroom
    nbgrader("export", "--to", "grades.csv", cwd=this.ours.root)
    with open(this.ours.root / "grades.csv", encoding="utf-8", newline="") as file:
        exported = {row["student_id"]: (float(row["score"]), float(row["max_score"])) for row in csv.DictReader(file)}
    assert exported == {entry["student"]: (entry["score"], entry["max_score"]) for entry in result["students"]}


def test_formgrader_sees_the_same(classroom):
    """Through the API that formgrader's pages use; its own button grades again and changes nothing."""
    this, result, _ = classroom
    script = (
        "import json\n"
        "from nbgrader.apps import NbGrader\n"
        "from nbgrader.apps.api import NbGraderAPI\n"
        "app = NbGrader(); app.initialize([])\n"
        "api = NbGraderAPI(parent=app, coursedir=app.coursedir)\n"
        f"done = api.autograde({CHAPTER!r}, 'bob_wrong')\n"
        f"rows = api.get_submissions({CHAPTER!r})\n"
        "print(json.dumps([done['success'], {row['student']: [row['score'], row['needs_manual_grade'], row['autograded']] for row in rows}]))\n")
    before = this.ours.rows()
    done = subprocess.run([sys.executable, "-c", script], cwd=this.ours.root, capture_output=True, text=True,
                          env={**os.environ, "PYTHONPATH": str(ROOT)})
    success, rows = json.loads(done.stdout.splitlines()[-1])
    assert success and this.ours.rows() == before
    assert rows == {entry["student"]: [entry["score"], entry["status"] == "set_aside", True] for entry in result["students"]}
