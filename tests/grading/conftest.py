"""A small course of the form CONTRIBUTING.md gives, in a temporary folder, and what tests need to act in it."""

import copy
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = "ch90_made_up"
CHECKS = {"buffer": [("basics", 2.0), ("blocks", 3.0)], "gate": [("opens", 1.5)]}
MARKS = {"schema_version": 3, "grade": False, "locked": False, "solution": False}


def code(id, source, **marks):
    metadata = {"nbgrader": {**MARKS, "grade_id": id, **marks}} if marks else {}
    return {"cell_type": "code", "id": id, "metadata": metadata, "execution_count": None, "outputs": [], "source": source}


def solution_notebook(name, hidden=False):
    """The nbgrader source of one made-up exercise."""
    exercise = f"{CHAPTER}/{name}"
    solution = (f'%%exercise {exercise}\n"""The {name}."""\n\n\ndef answer():\n    """The answer."""\n'
                "    ### BEGIN SOLUTION\n    return 42\n    ### END SOLUTION")
    cells = [{"cell_type": "markdown", "id": "intro", "metadata": {}, "source": f"# {name}"},
             code("setup", "from autograder.notebook import check", locked=True),
             code("solution", solution, solution=True)]
    for check, points in CHECKS[name]:
        call = f'check("{exercise}", "{check}")'
        if hidden and check == CHECKS[name][-1][0]:
            call = f"### BEGIN HIDDEN TESTS\n{call}  # a secret\n### END HIDDEN TESTS"
        cells.append(code(f"test_{check}", call, grade=True, locked=True, points=points))
    kernel = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
              "language_info": {"name": "python"}}
    return {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}


def made_up_report(exercise, source):
    """A Report without a sandbox: all for `return 42`, the first check for any other `return`, else nothing."""
    name = exercise.rpartition("/")[2]
    if "fault" in source:
        raise RuntimeError("the sandbox fell over")
    checks = []
    for number, (check, points) in enumerate(CHECKS[name]):
        passed = "return 42" in source or (number == 0 and "return" in source)
        checks.append({"name": check, "label": check.title(), "points": points if passed else 0.0, "max_points": points,
                       "outcome": "passed" if passed else "failed", "verdict": "proved" if passed else "failed",
                       "kind": "" if passed else "wrong_result", "message": "" if passed else f"{check} did not work",
                       "schedules": 1, "schedule": ""})
    return {"exercise": exercise, "score": sum(check["points"] for check in checks),
            "max_score": sum(points for _, points in CHECKS[name]), "seconds": 0.1, "python": "3.11", "checks": checks}


class MadeCourse:
    """A course folder; `submit` hands a notebook in, `rows` reads the gradebook."""

    def __init__(self, root):
        self.root = root

    def release_of(self, name, chapter=CHAPTER):
        return json.loads((self.root / "exercises" / chapter / f"{name}.ipynb").read_text(encoding="utf-8"))

    def answered(self, name, source=None, chapter=CHAPTER, body="return 42"):
        """The released notebook with another source in its solution cell, or with `body` in place of the stub's."""
        notebook = copy.deepcopy(self.release_of(name, chapter))
        cell = next(cell for cell in notebook["cells"] if cell["metadata"].get("nbgrader", {}).get("solution"))
        if source is None:
            source = "".join(cell["source"]).replace("# YOUR CODE HERE\n    raise NotImplementedError()", body)
        cell["source"] = source
        return notebook

    def place(self, student, name, chapter=CHAPTER):
        folder = self.root / "grading" / "submitted" / student / chapter
        folder.mkdir(parents=True, exist_ok=True)
        return folder / f"{name}.ipynb"

    def submit(self, student, name, content, chapter=CHAPTER):
        """Hands in a notebook (a dict) or a file (bytes, text)."""
        if isinstance(content, dict):
            content = json.dumps(content, indent=1)
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        self.place(student, name, chapter).write_bytes(data)

    def rows(self):
        """The grades and comments in the gradebook, as rows that two gradebooks can be compared by."""
        query = """select s.id, n.name, c.name, g.auto_score, g.manual_score, g.needs_manual_grade from grade g
            join submitted_notebook sn on g.notebook_id = sn.id join notebook n on sn.notebook_id = n.id
            join submitted_assignment sa on sn.assignment_id = sa.id join student s on sa.student_id = s.id
            join base_cell c on g.cell_id = c.id order by 1, 2, 3"""
        comments = """select s.id, n.name, c.name, g.auto_comment from comment g
            join submitted_notebook sn on g.notebook_id = sn.id join notebook n on sn.notebook_id = n.id
            join submitted_assignment sa on sn.assignment_id = sa.id join student s on sa.student_id = s.id
            join base_cell c on g.cell_id = c.id order by 1, 2, 3"""
        with closing(sqlite3.connect(self.root / "grading" / "gradebook.db")) as connection:
            return connection.execute(query).fetchall(), connection.execute(comments).fetchall()


def make_course(root, hidden=False):
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "nbgrader_config.py", root)
    folder = root / "solutions" / CHAPTER
    folder.mkdir(parents=True)
    for name in CHECKS:
        text = json.dumps(solution_notebook(name, hidden), indent=1, ensure_ascii=False) + "\n"
        (folder / f"{name}.ipynb").write_text(text, encoding="utf-8")
    return MadeCourse(root)


@pytest.fixture(scope="session")
def released(tmp_path_factory):
    """A released made-up course, made once; tests copy it."""
    from autograder.grading.release import release

    course = make_course(tmp_path_factory.mktemp("course") / "made")
    release(course_root=course.root)
    return course.root


@pytest.fixture
def course(released, tmp_path):
    """A fresh copy of the released made-up course."""
    shutil.copytree(released, tmp_path / "course")
    return MadeCourse(tmp_path / "course")


@pytest.fixture
def grade(course):
    """`grade(...)` in that course, with reports from `made_up_report`."""
    from autograder.grading.grade import grade

    def run(assignment=CHAPTER, **options):
        options.setdefault("run_checks", made_up_report)
        return grade(assignment, course_root=course.root, **options)
    return run


@pytest.fixture(scope="session")
def fake_report():
    """The function that stands in for the sandbox."""
    return made_up_report


@pytest.fixture
def make(tmp_path):
    """`make(hidden=True)` gives another course, not yet released."""
    return lambda name="made", **options: make_course(tmp_path / name, **options)


@pytest.fixture(scope="session")
def course_type():
    """`course_type(root)` is a course folder in which to hand in and look at grades."""
    return MadeCourse


@pytest.fixture(scope="session")
def make_in():
    """`make_in(root, hidden=True)` makes a course, not yet released."""
    return make_course
