"""progress(): the best score of each exercise, kept on the learner's disk.

The file is `work/.progress.json` of the course the current folder belongs to. In a folder outside any course it is
`.course/progress.json`. The environment variable COURSE_PROGRESS names another file. Only a learner's own
runs are recorded: those under `work/`, or outside any course; never nbgrader's autograder's or those in `solutions/`.

    {"version": 1, "exercises": {"ch10_semaphores/latch": {"best": 7.0, "latest": 5.0, "max": 10.0, "runs": 4}}}

Two notebooks may record at once: the file is read, changed and replaced under a lock, and replaced whole, so a
reader never sees half of it. (tests/notebook/test_progress.py::test_two_processes_lose_no_run)
"""

import contextlib
import html
import json
import math
import os
import tempfile
from pathlib import Path

from .markup import FACE, FAINT, bar, table, tag
from .wording import points

VERSION = 1


class Progress:
    """Callable: `progress()` shows the bars. `progress.reset()` forgets every score."""

    def __call__(self):
        return Bars(*read(path()))

    def record(self, report):
        """Keeps the report's score. A disk that cannot be written never disturbs a check."""
        if not _recording():
            return
        with contextlib.suppress(OSError):
            update(path(), report["exercise"], report["score"], report["max_score"])

    def reset(self):
        """Forgets every score."""
        with contextlib.suppress(FileNotFoundError):
            path().unlink()


progress = Progress()


def course_root(start=None):
    """The nearest folder upwards that holds the course, or None."""
    start = Path(start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "course.py").is_file() and (folder / "autograder").is_dir():
            return folder
    return None


def path():
    """Where the scores are kept."""
    if os.environ.get("COURSE_PROGRESS"):
        return Path(os.environ["COURSE_PROGRESS"])
    root = course_root()
    return root / "work" / ".progress.json" if root else Path.cwd() / ".course" / "progress.json"


def _recording():
    if os.environ.get("NBGRADER_EXECUTION") == "autograde":
        return False
    root = course_root()
    return bool(os.environ.get("COURSE_PROGRESS")) or root is None or Path.cwd().resolve().is_relative_to(root / "work")


def read(file):
    """(scores by exercise, a note or ""). A file that cannot be understood is set aside, and the note says where."""
    try:
        return _understood(json.loads(file.read_text(encoding="utf-8"))), ""
    except FileNotFoundError:
        return {}, ""
    except OSError as error:
        return {}, f"The scores in {file.name} cannot be read: {error.strerror}."
    except (ValueError, RecursionError):
        aside = file.with_name(f"{file.name}.damaged")
        with contextlib.suppress(OSError):
            os.replace(file, aside)
        return {}, f"The file of your scores was damaged. It is now {aside.name}, and a new one has been begun."


def _understood(data):
    """The scores in the file's data; ValueError if they are not what we write."""
    if not isinstance(data, dict) or data.get("version") != VERSION or not isinstance(data.get("exercises"), dict):
        raise ValueError("not a file of scores")
    for scores in data["exercises"].values():
        numbers = [scores.get(key) for key in ("best", "latest", "max", "runs")] if isinstance(scores, dict) else [None]
        if not all(type(number) in (int, float) and math.isfinite(number) for number in numbers):
            raise ValueError("not a file of scores")
    return data["exercises"]


def update(file, exercise, score, maximum):
    """Records one run, under the lock."""
    if not file.parent.is_dir():
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.parent.name == ".course":
            (file.parent / ".gitignore").write_text("*\n")
    with _locked(file.with_name(file.name + ".lock")):
        exercises, _ = read(file)
        old = exercises.get(exercise, {"best": 0.0, "runs": 0})
        # A best score under other rules is scaled: 5 of 10 stays a half when the exercise is worth 20.
        best = old["best"] * maximum / old["max"] if old.get("max") else old["best"]
        exercises[exercise] = {"best": max(best, score), "latest": score, "max": maximum, "runs": old["runs"] + 1}
        _replace(file, {"version": VERSION, "exercises": exercises})


def _replace(file, data):
    """Writes the whole file beside the old one, then puts it in its place."""
    descriptor, fresh = tempfile.mkstemp(dir=file.parent, prefix=file.name, suffix=".new")
    try:
        with open(descriptor, "w", encoding="utf-8") as stream:
            json.dump(data, stream, indent=1, sort_keys=True)
        os.replace(fresh, file)
    except BaseException:
        os.unlink(fresh)
        raise


@contextlib.contextmanager
def _locked(file):
    """Holds an operating-system lock on `file`, which a dying process lets go of."""
    with open(file, "a+") as stream:
        try:
            import fcntl
        except ImportError:     # Windows: waits up to ten seconds
            import msvcrt
            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK, 1)
            try:
                yield
            finally:
                stream.seek(0)
                msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)
        else:
            fcntl.flock(stream, fcntl.LOCK_EX)      # closing the file lets go
            yield


class Bars:
    """Every exercise with its best score: bars in a notebook, words elsewhere."""

    def __init__(self, exercises, note=""):
        from autograder.checks import registry

        self._note = note
        self._rows = [(name, exercises.get(name, {})) for name in registry.exercises()]

    def _said(self, scores):
        if not scores:
            return "not begun"
        runs = scores["runs"]
        return f"best {points(scores['best'])} of {points(scores['max'])}, {runs} run{'' if runs == 1 else 's'}"

    def _share(self, scores):
        return scores["best"] / scores["max"] if scores.get("max") else 0.0

    def __repr__(self):
        wide = max((len(name) for name, _ in self._rows), default=0)
        lines = [f"{name:{wide}}  [{'#' * round(20 * self._share(scores)):20}]  {self._said(scores)}"
                 for name, scores in self._rows]
        return "\n".join(([self._note] if self._note else []) + (lines or ["There are no exercises yet."]))

    def _repr_html_(self):
        rows = [[tag("div", bar(self._share(scores), self._said(scores)), style="min-width:14em;padding-top:5px"),
                 html.escape(name), tag("span", self._said(scores), style=FAINT)] for name, scores in self._rows]
        note = tag("p", html.escape(self._note), style="margin:4px 0") if self._note else ""
        return tag("div", note, table("Your best scores", ("Points", "Exercise", "In words"), rows), style=FACE)
