"""The batch grader on a made-up course: every student gets their own result, whatever the others handed in."""

import json
import os
import sqlite3
import threading

import pytest

from autograder.grading.errors import GradingError

CHAPTER = "ch90_made_up"


def by_student(result):
    return {entry["student"]: entry for entry in result["students"]}


def hand_in_both(course, student, body="return 42"):
    for name in ("buffer", "gate"):
        course.submit(student, name, course.answered(name, body=body))


def test_scores_are_reported_and_recorded(course, grade):
    hand_in_both(course, "ann")
    hand_in_both(course, "bob", "return 1")
    hand_in_both(course, "cy", "pass")
    said = []
    result = grade(on_progress=said.append)
    assert result["assignment"] == CHAPTER and result["seconds"] > 0
    assert [(entry["student"], entry["score"], entry["max_score"], entry["status"], entry["notes"]) for entry in result["students"]] == [
        ("ann", 6.5, 6.5, "graded", []), ("bob", 3.5, 6.5, "graded", []), ("cy", 0.0, 6.5, "graded", [])]
    first = result["students"][0]["notebooks"]
    assert [(entry["name"], entry["score"], entry["max_score"]) for entry in first] == [("buffer", 5.0, 5.0), ("gate", 1.5, 1.5)]
    assert [check["name"] for check in first[0]["checks"]] == ["basics", "blocks"]
    assert json.loads(json.dumps(result)) == result
    assert said == ["1 of 3: ann", "2 of 3: bob", "3 of 3: cy"]
    assert [row[3] for row in course.rows()[0]] == [2.0, 3.0, 1.5, 2.0, 0.0, 1.5, 0.0, 0.0, 0.0]
    assert not any(row[5] for row in course.rows()[0])


def test_what_was_handed_in_is_not_touched(course, grade):
    hand_in_both(course, "ann")
    course.submit("bob", "buffer", "{broken")
    folder = course.root / "grading" / "submitted"
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}
    grade()
    assert before == {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


def test_a_broken_notebook_is_set_aside_and_stops_nothing(course, grade):
    hand_in_both(course, "ann")
    course.submit("bob", "buffer", "{broken")
    course.submit("bob", "gate", course.answered("gate"))
    hand_in_both(course, "cy")
    results = by_student(grade())
    assert [results[name]["status"] for name in ("ann", "bob", "cy")] == ["graded", "set_aside", "graded"]
    bob = results["bob"]
    assert bob["score"] == 1.5 and bob["notebooks"][0]["score"] is None and bob["notebooks"][0]["checks"] == []
    assert "buffer.ipynb is a damaged notebook" in bob["notes"][0]
    grades, comments = course.rows()
    assert [row[3:] for row in grades if row[0] == "bob"] == [(None, None, 1), (None, None, 1), (1.5, None, 0)]
    assert any(row[0] == "bob" and "damaged" in (row[3] or "") for row in comments)


def test_handing_in_again_clears_what_was_set_aside(course, grade):
    course.submit("bob", "buffer", "{broken")
    course.submit("bob", "gate", course.answered("gate"))
    grade()
    hand_in_both(course, "bob")
    assert by_student(grade())["bob"]["status"] == "graded"
    grades, comments = course.rows()
    assert [row[3:] for row in grades] == [(2.0, None, 0), (3.0, None, 0), (1.5, None, 0)]
    assert [row[3] for row in comments] == [None, None]


def test_a_fault_of_the_grader_is_neither_a_pass_nor_a_zero(course, grade):
    hand_in_both(course, "ann", "return 'fault'")
    hand_in_both(course, "bob")
    results = by_student(grade())
    assert results["ann"]["status"] == "needs_attention" and results["ann"]["score"] is None
    assert "the sandbox fell over" in results["ann"]["notes"][0]
    assert results["bob"]["score"] == 6.5
    assert [row[3:] for row in course.rows()[0] if row[0] == "ann"] == [(None, None, 1)] * 3


def test_one_faulty_check_leaves_the_others_standing(course, grade, fake_report):
    def run(exercise, source):
        report = fake_report(exercise, source)
        report["checks"][-1].update(outcome="grader_error", verdict="grader_error", points=0.0, message="oh dear")
        return report
    course.submit("ann", "buffer", course.answered("buffer"))
    result = by_student(grade(run_checks=run))["ann"]
    assert result["status"] == "needs_attention" and result["notebooks"][0]["score"] == 2.0
    assert "oh dear" in result["notes"][0]
    assert [row[3:] for row in course.rows()[0]][:2] == [(2.0, None, 0), (None, None, 1)]


@pytest.mark.parametrize("points", [7.0, -1.0, float("nan"), True, "3"])
def test_an_impossible_score_is_a_fault_of_ours(course, grade, fake_report, points):
    def run(exercise, source):
        report = fake_report(exercise, source)
        report["checks"][-1]["points"] = points
        return report
    course.submit("ann", "gate", course.answered("gate"))
    result = by_student(grade(run_checks=run, notebooks=["gate"]))["ann"]
    assert result["status"] == "needs_attention" and "impossible score" in " ".join(result["notes"])


def test_points_of_cell_and_check_must_agree(course, grade, fake_report):
    def run(exercise, source):
        report = fake_report(exercise, source)
        report["checks"][0].update(points=1.0, max_points=1.0)
        return report
    course.submit("ann", "gate", course.answered("gate"))
    result = by_student(grade(run_checks=run))["ann"]
    assert "test_opens is worth 1.5 points, but its checks give at most 1" in " ".join(result["notes"])


def test_mended_cells_are_told(course, grade):
    notebook = course.answered("buffer")
    del notebook["cells"][3]
    course.submit("ann", "buffer", notebook)
    entry = by_student(grade())["ann"]
    assert entry["status"] == "graded" and entry["notebooks"][0]["score"] == 5.0
    assert "buffer: The locked cell test_basics had been deleted; it was put back." in entry["notes"]


def test_a_missing_solution_cell_needs_attention(course, grade):
    notebook = course.answered("buffer")
    del notebook["cells"][2]
    course.submit("ann", "buffer", notebook)
    entry = by_student(grade())["ann"]
    assert entry["status"] == "needs_attention" and entry["notebooks"][0]["score"] == 0.0
    assert "solution cell solution is missing" in entry["notes"][0]


def test_a_notebook_under_another_name_is_told(course, grade):
    hand_in_both(course, "ann")
    os.rename(course.place("ann", "gate"), course.place("ann", "gate-Copy1"))
    entry = by_student(grade())["ann"]
    assert entry["status"] == "needs_attention" and entry["score"] == 5.0
    assert "Perhaps it is gate-Copy1.ipynb; rename that file" in " ".join(entry["notes"])


def test_a_folder_without_notebooks_is_set_aside(course, grade):
    course.place("ann", "x").with_name("answer.pdf").write_bytes(b"%PDF")
    hand_in_both(course, "bob")
    results = by_student(grade())
    assert results["ann"]["status"] == "set_aside" and results["ann"]["score"] is None
    assert results["bob"]["score"] == 6.5
    assert [row[3:] for row in course.rows()[0] if row[0] == "ann"] == [(None, None, 1)] * 3


def test_only_some_students_and_notebooks(course, grade):
    hand_in_both(course, "ann")
    hand_in_both(course, "bob")
    result = grade(students=["bob"], notebooks=["gate"])
    assert list(by_student(result)) == ["bob"]
    assert [row[:4] for row in course.rows()[0] if row[3] is not None] == [("bob", "gate", "test_opens", 1.5)]
    assert sorted(path.name for path in (course.root / "grading" / "autograded" / "bob" / CHAPTER).iterdir()) == ["gate.ipynb"]


def test_who_handed_in_nothing_is_missing(course, grade):
    hand_in_both(course, "ann")
    grade()
    for name in ("buffer", "gate"):
        course.place("ann", name).unlink()
    course.place("ann", "x").parent.rmdir()
    hand_in_both(course, "bob")
    results = by_student(grade())
    assert results["ann"]["status"] == "missing" and results["ann"]["score"] is None
    assert results["bob"]["status"] == "graded"


@pytest.mark.parametrize("options, says", [
    ({"assignment": "ch90_made"}, "no assignment called 'ch90_made'.*ch90_made_up"),
    ({"students": ["an"]}, "no student called 'an'.*ann"),
    ({"notebooks": ["bufer"]}, "no notebook called 'bufer'.*buffer"),
])
def test_unknown_names_are_refused_with_near_misses(course, grade, options, says):
    hand_in_both(course, "ann")
    with pytest.raises(GradingError, match=says):
        grade(**options)
    assert course.rows() == ([], [])


def test_a_place_that_is_no_course_is_refused(tmp_path):
    from autograder.grading.grade import grade

    with pytest.raises(GradingError, match="not a course folder"):
        grade(CHAPTER, course_root=tmp_path)


def test_names_with_strange_characters(course, grade):
    for student in ("ann [1]", "b*", "cé.d"):
        hand_in_both(course, student)
    assert [(entry["student"], entry["score"]) for entry in grade()["students"]] == [("ann [1]", 6.5), ("b*", 6.5), ("cé.d", 6.5)]


def test_without_a_gradebook_the_assignment_is_released_first(course, grade):
    hand_in_both(course, "ann")
    (course.root / "grading" / "gradebook.db").unlink()
    said = []
    assert by_student(grade(on_progress=said.append))["ann"]["score"] == 6.5
    assert "releasing" in said[0]


def test_exercises_that_do_not_fit_the_gradebook_are_refused(course, grade):
    hand_in_both(course, "ann")
    path = course.root / "exercises" / CHAPTER / "gate.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace('"points": 1.5', '"points": 2.5'), encoding="utf-8")
    with pytest.raises(GradingError, match="course release ch90_made_up"):
        grade()


def lock(course):
    connection = sqlite3.connect(course.root / "grading" / "gradebook.db", isolation_level=None, check_same_thread=False)
    connection.execute("BEGIN EXCLUSIVE")
    return connection


def test_a_locked_gradebook_is_waited_for_and_said(course, grade):
    hand_in_both(course, "ann")
    other, said = lock(course), []

    def free_once_told(text):
        said.append(text)
        if "Waiting" in text:
            threading.Timer(0.5, other.rollback).start()
    assert by_student(grade(on_progress=free_once_told, patience=30))["ann"]["score"] == 6.5
    assert said[0] == "Waiting for the gradebook: another program is writing it."


def test_a_gradebook_that_stays_locked_is_a_clear_error_that_loses_nothing(course, grade):
    hand_in_both(course, "ann")
    hand_in_both(course, "bob")
    locks = []

    def lock_before_bob(text):
        if "bob" in text:
            locks.append(lock(course))
    with pytest.raises(GradingError, match="locked by another program.*run the same command again"):
        grade(on_progress=lock_before_bob, patience=0.5)
    locks[0].rollback()
    assert [row[3] for row in course.rows()[0]] == [2.0, 3.0, 1.5]
    assert [entry["score"] for entry in grade()["students"]] == [6.5, 6.5]


def test_a_damaged_gradebook_is_a_clear_error(course, grade):
    (course.root / "grading" / "gradebook.db").write_bytes(b"not a database" * 100)
    with pytest.raises(GradingError, match="is damaged"):
        grade()


def test_links_in_a_submission_are_not_followed(course, grade):
    hand_in_both(course, "ann")
    (course.root / "secret.txt").write_text("marks", encoding="utf-8")
    try:
        course.place("ann", "x").with_name("mine.txt").symlink_to(course.root / "secret.txt")
    except OSError:
        pytest.skip("no symbolic links here")
    assert by_student(grade())["ann"]["score"] == 6.5
    assert not (course.root / "grading" / "autograded" / "ann" / CHAPTER / "mine.txt").exists()
