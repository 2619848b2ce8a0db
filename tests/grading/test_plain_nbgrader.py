"""Plain nbgrader with our configuration does as `course grade` does; a made-up course, with reports made up as well.

What these tests add to test_round.py: hidden tests, faults of the grader, strange submissions.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.grading.grade import grade
from autograder.grading.release import release

ROOT = Path(__file__).resolve().parents[2]
CHAPTER = "ch90_made_up"


def nbgrader(*arguments, cwd):
    """Runs nbgrader in a process that takes its reports from tests/grading/conftest.py."""
    script = ("import runpy, sys; import autograder.grading.preprocessor as ours\n"
              f"ours.check_source = runpy.run_path({str(Path(__file__).with_name('conftest.py'))!r})['made_up_report']\n"
              "from nbgrader.apps.nbgraderapp import main; sys.argv = ['nbgrader', *sys.argv[1:]]; main()")
    done = subprocess.run([sys.executable, "-c", script, *arguments], cwd=cwd, capture_output=True, text=True,
                          env={**os.environ, "PYTHONPATH": str(ROOT)})
    return done.returncode, done.stdout + done.stderr


def nbformat_3(notebook):
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [{"cells": notebook["cells"]}]}


@pytest.fixture(scope="module")
def graded(tmp_path_factory, course_type, fake_report, make_in):
    """Two copies of a course with strange submissions: (graded by us, graded by nbgrader, our result, nbgrader's words)."""
    folder = tmp_path_factory.mktemp("plain")
    ours = make_in(folder / "ours", hidden=True)
    release(course_root=ours.root)
    good = ours.answered("buffer")
    schema = json.loads(json.dumps(good).replace('"schema_version": 3', '"schema_version": 99'))
    submissions = {
        "a_good": good, "b_half": ours.answered("buffer", body="return 1"), "c_stub": ours.release_of("buffer"),
        "d_fault": ours.answered("buffer", body="return 'fault'"), "e_nbformat_3": nbformat_3(good), "f_schema": schema,
        "g_json": "{", "h_delimiters": ours.answered("buffer", body="return 42  # BEGIN HIDDEN TESTS"),
        "i_kernel": {**good, "metadata": {"kernelspec": {"name": "ir", "language": "R"}}},
        "j_no_solution": {**good, "cells": [cell for cell in good["cells"] if cell["id"] != "solution"]},
        "k_good": good}
    for student, notebook in submissions.items():
        ours.submit(student, "buffer", notebook)
        ours.submit(student, "gate", ours.answered("gate"))
    ours.place("l_pdf", "x").with_name("buffer.pdf").write_bytes(b"%PDF")
    # nbgrader passes over a folder without notebooks (the last test below)
    shutil.copytree(ours.root, folder / "plain", ignore=shutil.ignore_patterns("l_pdf"))
    plain = course_type(folder / "plain")
    result = grade(CHAPTER, course_root=ours.root, run_checks=fake_report)
    return ours, plain, result, nbgrader("autograde", CHAPTER, cwd=plain.root)


def test_the_gradebooks_agree(graded):
    ours, plain, result, (code, said) = graded
    assert code == 0, said
    mine = [[row for row in rows if row[0] != "l_pdf"] for rows in ours.rows()]
    assert mine == list(map(list, plain.rows()))


def test_each_has_the_status_it_should(graded):
    _, _, result, _ = graded
    assert [(entry["student"], entry["status"], entry["score"]) for entry in result["students"]] == [
        ("a_good", "graded", 6.5), ("b_half", "graded", 3.5), ("c_stub", "graded", 1.5), ("d_fault", "needs_attention", 1.5),
        ("e_nbformat_3", "set_aside", 1.5), ("f_schema", "set_aside", 1.5), ("g_json", "set_aside", 1.5),
        ("h_delimiters", "graded", 6.5), ("i_kernel", "set_aside", 1.5), ("j_no_solution", "needs_attention", 1.5),
        ("k_good", "graded", 6.5), ("l_pdf", "set_aside", None)]


def test_nbgrader_says_in_its_log_what_we_say(graded):
    _, _, result, (_, said) = graded
    for entry in result["students"]:
        for notebook in entry["notebooks"]:
            for note in notebook["notes"]:
                if entry["student"] not in ("d_fault", "l_pdf"):
                    assert note in said


def test_hidden_tests_are_graded_and_kept_from_feedback(graded):
    ours, _, result, _ = graded
    assert result["students"][0]["notebooks"][0]["checks"][1]["name"] == "blocks"
    code, said = nbgrader("generate_feedback", CHAPTER, cwd=ours.root)
    folder = ours.root / "grading" / "feedback"
    pages = {path.parents[1].name: path.read_text(encoding="utf-8") for path in folder.rglob("buffer.html")}
    assert len(pages) == 11, said
    for page in pages.values():
        assert "a secret" not in page and "END HIDDEN" not in page
    assert "blocks did not work" in pages["b_half"]
    assert "BEGIN HIDDEN TESTS" in pages["h_delimiters"]  # that student's own words
    assert "notebook format 3" in pages["e_nbformat_3"]


def test_a_folder_without_notebooks_stops_nobody_under_nbgrader_either(course):
    course.place("ann", "x").with_name("buffer.pdf").write_bytes(b"%PDF")
    course.submit("bob", "gate", course.answered("gate"))
    code, said = nbgrader("autograde", CHAPTER, cwd=course.root)
    assert [row[3] for row in course.rows()[0] if row[0] == "bob"] == [0.0, 0.0, 1.5], said
