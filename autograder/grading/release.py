"""Makes `exercises/` from `solutions/`, and tells the gradebook about them.

nbgrader's own GenerateAssignment does the work. Around it: it always regenerates (without force, nbgrader skips what is
there and makes no gradebook), it writes to a scratch folder first (with force, nbgrader deletes the old notebooks
*before* it knows whether the new ones can be made), and files whose content did not change are left alone.
"""

import json
import os
import shutil
import tempfile
from pathlib import Path

from autograder.grading import gradebook
from autograder.grading.course import Course, last_words, open_course, quiet, start
from autograder.grading.errors import GradingError
from autograder.grading.rebuild import exercise_of, text_of


def release(assignment=None, course_root=None) -> list:
    """Generates one assignment, or all of them. Returns the paths of the released notebooks, relative to the course.

    A second run writes nothing new. Raises `GradingError` with the remedy if a source notebook cannot be released; the
    exercises that were there stay as they were.
    """
    course = open_course(course_root)
    known = course.assignments()
    if assignment is not None and assignment not in known:
        raise GradingError(f"There is no assignment called {assignment!r} in {course.folder('source')}. "
                           f"There are: {', '.join(known) or 'none'}.")
    written = []
    for name in [assignment] if assignment is not None else known:
        for source in sorted(course.folder("source", ".", name).glob("*.ipynb")):
            _require_releasable(source)
        with tempfile.TemporaryDirectory(prefix="course-release-") as scratch:
            _generate(course, name, scratch)
            target = course.folder("release", ".", name)
            _replace(Path(scratch) / name, target)
            written += [path.relative_to(course.root).as_posix() for path in sorted(target.glob("*.ipynb"))]
    return written


def _generate(course: Course, name: str, scratch: str) -> None:
    """Runs nbgrader's GenerateAssignment into `scratch`. Raises `GradingError`."""
    from nbgrader.converters import GenerateAssignment, NbGraderException

    kept = course.directory.release_directory
    course.directory.release_directory = scratch
    course.directory.assignment_id, course.directory.notebook_id = name, "*"
    converter = GenerateAssignment(coursedir=course.directory, parent=course.app)
    converter.force = True
    gradebook.wait_until_free(course, lambda text: None)
    try:
        with gradebook.patient(course), gradebook.quickly_made(), quiet():
            start(course, converter)
    except NbGraderException as error:
        with gradebook.unwritable_is_our_error():
            gradebook.raise_if_unwritable(error)
        said = last_words(course)
        if "submissions associated" in said + str(error):
            said = ("the gradebook already holds submissions of it, and nbgrader then allows no notebook, test cell or "
                    "solution cell to be added, removed or renamed. Undo that, or remove the assignment from the "
                    f"gradebook: nbgrader db assignment remove {name} --force")
        raise GradingError(f"{name} was not released: {said}") from None
    finally:
        course.directory.release_directory = kept


def _require_releasable(path: Path) -> None:
    """Raises `GradingError` unless the source is a notebook that nbgrader makes the same exercise of every time.

    Its cells need ids, else every run would make new ones; and a solution cell without BEGIN/END SOLUTION would be
    replaced as a whole, with its `%%exercise` line.
    """
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise GradingError(f"{path} is not a readable notebook ({error}).") from None
    version = notebook.get("nbformat", 0), notebook.get("nbformat_minor", 0)
    ids = [cell.get("id") for cell in notebook.get("cells", [])]
    if version < (4, 5) or None in ids or len(set(ids)) < len(ids):
        raise GradingError(f"{path}: every cell needs an id of its own (nbformat 4.5). Open it in JupyterLab, save it, "
                           "and release it again.")
    for cell in notebook["cells"]:
        exercise = exercise_of(text_of(cell))
        if exercise and "BEGIN SOLUTION" not in text_of(cell):
            raise GradingError(f"{path}: the stub of the cell {cell['id']} would lose its line %%exercise {exercise}. "
                               "Put ### BEGIN SOLUTION and ### END SOLUTION around what the learner is to write.")


def _cells(path: Path) -> list:
    return json.loads(path.read_text(encoding="utf-8"))["cells"]


def _replace(made: Path, target: Path) -> None:
    """Makes `target` hold what `made` holds.

    New and changed files are put in place whole; generated notebooks that have no source any more go.
    """
    fresh = {path.relative_to(made) for path in made.rglob("*") if path.is_file()}
    for relative in sorted(fresh):
        place, content = target / relative, (made / relative).read_bytes()
        if place.is_file() and place.read_bytes() == content:
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        beside = place.with_name(place.name + ".new")
        shutil.copyfile(made / relative, beside)
        os.replace(beside, place)
    for old in target.glob("*.ipynb"):
        if old.relative_to(target) not in fresh and is_generated(old):
            old.unlink()


def is_generated(path: Path) -> bool:
    """Whether a notebook carries the mark of `autograder.grading.marks.MarkGenerated`."""
    try:
        return "generated" in json.loads(path.read_text(encoding="utf-8"))["metadata"]["course"]
    except (OSError, ValueError, KeyError, TypeError):
        return False


def layout_of(folder: Path) -> dict:
    """The test cells of the released notebooks in `folder`, as `gradebook.layout` gives them."""
    found = {}
    for path in sorted(folder.glob("*.ipynb")):
        try:
            marks = [cell["metadata"].get("nbgrader", {}) for cell in _cells(path)]
        except (OSError, ValueError, KeyError, TypeError):
            raise GradingError(f"{path} is damaged. Run `course release {folder.name}` first.") from None
        found[path.stem] = {each["grade_id"]: float(each["points"]) for each in marks if each.get("grade")}
    return found
