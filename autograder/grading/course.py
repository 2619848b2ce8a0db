"""Opens a course folder as nbgrader does: its configuration, its directories, its converters.

Everything goes through `nbgrader_config.py` in the course's root (and the user's own nbgrader configuration, as for
plain nbgrader), so `course grade` and `nbgrader autograde` cannot disagree about where things are.
"""

import logging
import os
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from autograder.grading.errors import GradingError

CONFIG = "nbgrader_config.py"


@dataclass
class Course:
    """An open course.

    app: carries nbgrader's configuration. directory: nbgrader's CourseDirectory. log: keeps nbgrader's words.
    ignore: the patterns of files that nbgrader does not copy.
    """

    root: Path
    app: object
    directory: object
    log: logging.Logger
    ignore: list

    def folder(self, step: str, student: str = ".", assignment: str = ".") -> Path:
        """The folder of a step: "source", "release", "submitted", "autograded" or "feedback"."""
        name = getattr(self.directory, f"{step}_directory")
        return Path(os.path.normpath(self.directory.format_path(name, student, assignment)))

    def assignments(self) -> list:
        """The names of the assignments that have a source notebook."""
        return sorted({path.parent.name for path in self.folder("source").glob("*/*.ipynb")})


class _Keep(logging.Handler):
    """Keeps the last warnings and errors of nbgrader, for the messages of ours."""

    def __init__(self):
        super().__init__(logging.WARNING)
        self.lines = []

    def emit(self, record):
        self.lines = [*self.lines[-199:], record.getMessage()]


@contextmanager
def quiet():
    """Within this, SQLAlchemy does not warn about how nbgrader uses it: no teacher can do anything about that."""
    from sqlalchemy.exc import SAWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)
        yield


def find_root(course_root=None) -> Path:
    """The course folder: the one given, or the nearest at or above the current one, or the one this file belongs to.

    Raises `GradingError` if there is none.
    """
    if course_root is not None:
        candidates = [Path(course_root)]
    else:
        here = Path.cwd()
        candidates = [here, *here.parents, Path(__file__).resolve().parents[2]]
    for folder in candidates:
        if (folder / CONFIG).is_file() and ((folder / "solutions").is_dir() or (folder / "exercises").is_dir()):
            return folder.resolve()
    where = f"{candidates[0]} is" if course_root is not None else "This is"
    raise GradingError(f"{where} not a course folder: it has no {CONFIG} beside solutions/ or exercises/. "
                       "Go to the course's folder first.")


def open_course(course_root=None) -> Course:
    """Opens the course in `course_root` (see `find_root`). Raises `GradingError`."""
    root = find_root(course_root)
    from nbgrader.apps.baseapp import NbGrader
    from nbgrader.coursedir import CourseDirectory
    from traitlets.config import Application

    log = logging.getLogger("autograder.grading")
    log.handlers, log.propagate = [_Keep()], False
    log.setLevel(logging.WARNING)
    app = NbGrader(log_level=logging.CRITICAL)
    app.load_cwd_config = False
    app.load_config_file()  # the user's own, from Jupyter's configuration folders
    try:
        Application.load_config_file(app, CONFIG, path=str(root))
    except Exception as error:
        raise GradingError(f"{root / CONFIG} cannot be read: {type(error).__name__}: {error}") from None
    app.log = log
    directory = CourseDirectory(parent=app)
    directory.root = str(root)
    return Course(root, app, directory, log, list(directory.ignore))


def start(course: Course, converter) -> None:
    """Runs one of nbgrader's converters, with a fresh memory of what it logs. Raises nbgrader's NbGraderException."""
    course.log.handlers[0].lines = []
    converter.start()


def last_words(course: Course) -> str:
    """The reason nbgrader gave since `start`: the error of its first traceback, or its last line."""
    lines = [line.strip() for line in course.log.handlers[0].lines if line.strip()]
    tracebacks = [line for line in lines if line.startswith("Traceback")]
    return (tracebacks[:1] or lines[-1:] or ["nbgrader gave no reason"])[0].splitlines()[-1]
