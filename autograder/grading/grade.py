"""Grades the submissions of one assignment and records them in nbgrader's gradebook.

Each submission goes through nbgrader's own Autograde converter, in this process, with the exporter and preprocessors of
`nbgrader_config.py`: what `course grade` records is what `nbgrader autograde` would record. One submission's
trouble is written into its own result and never stops the others.
"""

import glob
import os
import time
from difflib import get_close_matches

from autograder.grading import gradebook, result
from autograder.grading.course import Course, last_words, open_course, quiet, start
from autograder.grading.errors import GradingError


def grade(assignment, students=None, notebooks=None, on_progress=None, course_root=None, *, run_checks=None,
          patience=gradebook.PATIENCE) -> dict:
    """Grades `assignment` (say "ch10_semaphores") from what lies under grading/submitted/.

    students, notebooks: narrow it down to some ids and to some notebook names.
    on_progress: called with one line of text for people.
    run_checks: `run_checks(exercise, source) -> Report` in place of the sandbox, say to hand out a pool's results.
    patience: how long to wait for a locked gradebook, in seconds.

    Returns {"assignment", "students": [...], "seconds"}, sorted by student; `result.entry` says what a student's entry
    holds. Students in the gradebook who handed in nothing are there with the status "missing".
    Raises `GradingError` for what the teacher must change: unknown names, a locked gradebook.
    """
    begun = time.perf_counter()
    say = on_progress or (lambda text: None)
    course = open_course(course_root)
    points = _prepare(course, assignment, say, patience)
    for name in notebooks or ():
        _require(name, points, f"{assignment} has no notebook called")
    handed_in = _handed_in(course, assignment)
    known = handed_in | gradebook.students(course)
    for student in students or ():
        _require(student, known, "There is no student called")
    wanted = sorted(set(students)) if students else sorted(known)
    entries = []
    with gradebook.patient(course, patience), quiet():
        for number, student in enumerate(wanted, 1):
            if student not in handed_in:
                entries.append(result.missing(student, points))
                continue
            say(f"{number} of {len(wanted)}: {student}")
            gradebook.wait_until_free(course, say, patience)
            with gradebook.unwritable_is_our_error():
                entries.append(_grade_one(course, assignment, student, points, notebooks, run_checks))
    return {"assignment": assignment, "students": entries, "seconds": round(time.perf_counter() - begun, 3)}


def _require(name: str, known, sentence: str) -> None:
    """Raises `GradingError` with near misses if `name` is not among `known`."""
    if name in known:
        return
    near = get_close_matches(name, known, 3, 0.4) or sorted(known)[:10]
    raise GradingError(f"{sentence} {name!r}. " + (f"Did you mean {', '.join(near)}?" if near else "There is none."))


def _handed_in(course: Course, assignment: str) -> set:
    """The students with a folder for this assignment under grading/submitted/."""
    everyone = course.folder("submitted", "student", "assignment").parents[1]
    return {folder.parent.name for folder in everyone.glob(f"*/{glob.escape(assignment)}") if folder.is_dir()}


def _prepare(course: Course, assignment: str, say, patience: float) -> dict:
    """Makes sure that the gradebook and the released notebooks know the assignment and agree on its points.

    Returns `gradebook.layout`. Raises `GradingError`.
    """
    from autograder.grading.release import layout_of, release

    gradebook.wait_until_free(course, say, patience)
    points = gradebook.layout(course, assignment)
    if not points:
        _require(assignment, course.assignments(), "There is no assignment called")
        say(f"The gradebook does not have {assignment} yet: releasing it.")
        release(assignment, course_root=course.root)
        points = gradebook.layout(course, assignment)
    released = course.folder("release", ".", assignment)
    if layout_of(released) != points:
        raise GradingError(f"The notebooks in {released} do not fit the gradebook: other notebooks, test cells or "
                           f"points. Run `course release {assignment}` first.")
    return points


def _grade_one(course: Course, assignment: str, student: str, points: dict, notebooks, run_checks) -> dict:
    """Grades and records one submission; returns its entry. Raises only if the gradebook cannot be written."""
    from nbgrader.converters import NbGraderException

    from autograder.grading import converter

    folder = course.folder("submitted", student, assignment)
    present = {os.path.splitext(name)[0] for name in os.listdir(folder) if name.endswith(".ipynb")}
    wanted = [name for name in points if name in present and (not notebooks or name in notebooks)]
    graded, failures = {}, {}
    for names in [[name] for name in wanted] if notebooks else [wanted] if wanted else []:
        autograde = converter.make(course, assignment, student, names, not notebooks, run_checks)
        try:
            start(course, autograde)
        except NbGraderException as error:
            gradebook.raise_if_unwritable(error)
            failures.update(dict.fromkeys(names, f"Grading failed: {last_words(course)}"))
        graded.update(autograde.graded)
        failures.update(autograde.failures)
    if not present & points.keys():
        reason = "was not handed in, nor any other notebook of this assignment."
        graded = {name: {"set_aside": f"{name}.ipynb {reason}"} for name in points}
        gradebook.leave_open(course, assignment, student, points)
    if failures:
        gradebook.leave_open(course, assignment, student, failures)
    recorded = gradebook.scores(course, assignment, student)
    others = sorted(f"{name}.ipynb" for name in present - points.keys())
    return result.entry(student, points, recorded, graded, failures, points.keys() - present, others)
