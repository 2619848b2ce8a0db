"""Questions to nbgrader's gradebook, and patience with it.

SQLite lets one program write at a time. nbgrader waits five seconds for that and then gives up *the whole run*; here
the gradebook is asked first, the teacher is told, and the wait is longer (`wait_until_free`).
"""

import sqlite3
import time
from contextlib import closing, contextmanager
from pathlib import Path

from autograder.grading.errors import GradingError

PATIENCE = 60.0  # seconds to wait for a gradebook that another program is writing


def open_gradebook(course):
    """nbgrader's Gradebook of the course, as a context manager."""
    from nbgrader.api import Gradebook

    return Gradebook(course.directory.db_url, course.directory.course_id)


def database(course):
    """The path of an SQLite gradebook, or None for another kind of database."""
    url = course.directory.db_url.partition("?")[0]
    return Path(url[len("sqlite:///"):]) if url.startswith("sqlite:///") else None


@contextmanager
def patient(course, seconds: float = PATIENCE):
    """Within this, nbgrader's own connections wait for a locked gradebook for `seconds` instead of five."""
    before = course.directory.db_url
    if database(course) and "?" not in before:
        course.directory.db_url = f"{before}?timeout={seconds:g}"
    try:
        yield
    finally:
        course.directory.db_url = before


@contextmanager
def quickly_made():
    """Within this, a new gradebook takes no time.

    nbgrader asks the program `alembic` for the version of its tables, which costs seconds and must be on PATH; here the
    same library is asked in this process.
    """
    import nbgrader
    import nbgrader.api

    asked = nbgrader.api.get_alembic_version

    def version():
        try:
            from alembic.config import Config
            from alembic.script import ScriptDirectory

            config = Config()
            config.set_main_option("script_location", str(Path(nbgrader.__file__).with_name("alembic")))
            return ScriptDirectory.from_config(config).get_current_head() or asked()
        except Exception:  # another version of either: let nbgrader do as it does
            return asked()

    nbgrader.api.get_alembic_version = version
    try:
        yield
    finally:
        nbgrader.api.get_alembic_version = asked


def wait_until_free(course, say, seconds: float = PATIENCE) -> None:
    """Returns as soon as the gradebook can be written; says once that it waits.

    Raises `GradingError` if it is still locked after `seconds`, or is damaged.
    """
    path = database(course)
    if path is None or not path.exists():
        return
    deadline, told = time.monotonic() + seconds, False
    while True:
        try:
            with closing(sqlite3.connect(path, timeout=0.2, isolation_level=None)) as connection:
                connection.execute("BEGIN EXCLUSIVE")
                connection.execute("ROLLBACK")
            return
        except sqlite3.OperationalError as error:
            if not is_locked(error):
                raise GradingError(f"The gradebook {path} cannot be written: {error}.") from None
        except sqlite3.DatabaseError as error:
            raise GradingError(f"The gradebook {path} is damaged ({error}). Put a copy in its place, or move it away "
                               "and grade again.") from None
        if time.monotonic() >= deadline:
            raise GradingError(f"The gradebook {path} was locked by another program for {seconds:g} seconds. Close "
                               "what uses it (formgrader, another `course grade`, a database browser) and run the same "
                               "command again: what was graded so far is kept.")
        if not told:
            say("Waiting for the gradebook: another program is writing it.")
            told = True
        time.sleep(0.1)


@contextmanager
def unwritable_is_our_error():
    """Turns a database error within this (a lock, a full disk) into a `GradingError` with the remedy."""
    from sqlalchemy.exc import OperationalError

    try:
        yield
    except OperationalError as error:
        remedy = "Close the program that uses it" if is_locked(error) else "Make room or put the gradebook right"
        raise GradingError(f"The gradebook could not be written ({error.orig}). {remedy} and run the same command "
                           "again: what was graded so far is kept.") from None


def raise_if_unwritable(error) -> None:
    """Raises the database's error again if that is why nbgrader gave up (it raises its own while it handles that one)."""
    from sqlalchemy.exc import OperationalError

    if isinstance(error.__context__, OperationalError):
        raise error.__context__ from None


def is_locked(error) -> bool:
    """Whether an error of SQLite or SQLAlchemy says that another program holds the gradebook."""
    return "database is locked" in str(error)


def layout(course, assignment: str) -> dict:
    """The gradebook's idea of an assignment: {notebook: {grade_id of a test cell: points}}; empty if it has none."""
    from nbgrader.api import MissingEntry

    path = database(course)
    if path is not None and not path.exists():
        return {}
    with open_gradebook(course) as gradebook:
        try:
            found = gradebook.find_assignment(assignment)
        except MissingEntry:
            return {}
        return {notebook.name: {cell.name: cell.max_score for cell in notebook.grade_cells}
                for notebook in found.notebooks}


def students(course) -> set:
    """The ids of the students in the gradebook."""
    path = database(course)
    if path is not None and not path.exists():
        return set()
    with open_gradebook(course) as gradebook:
        return {student.id for student in gradebook.students}


def scores(course, assignment: str, student: str) -> dict:
    """What the gradebook holds for a submission: {notebook: (score, max_score, has open points)}; empty without one."""
    from nbgrader.api import MissingEntry

    with open_gradebook(course) as gradebook:
        try:
            submission = gradebook.find_submission(assignment, student)
        except MissingEntry:
            return {}
        return {notebook.name: (float(notebook.score), float(notebook.max_score), bool(notebook.needs_manual_grade))
                for notebook in submission.notebooks}


def leave_open(course, assignment: str, student: str, notebooks) -> None:
    """Records a submission whose `notebooks` have no score yet: their points are for a person to decide."""
    with open_gradebook(course) as gradebook:
        gradebook.update_or_create_student(student)
        submission = gradebook.update_or_create_submission(assignment, student)
        for notebook in submission.notebooks:
            if notebook.name in notebooks:
                for grade in notebook.grades:
                    grade.auto_score, grade.needs_manual_grade = None, True
        gradebook.db.commit()
