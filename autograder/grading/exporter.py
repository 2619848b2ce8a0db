"""Makes nbgrader read submissions through `rebuild`.

nbgrader grades in two passes: *sanitise* (submitted → autograded) and *autograde* (autograded, in place). A converter
reads notebooks by its exporter, and the exporter's class is configurable, so this class decides what a submission is
before any of nbgrader's code sees it: the released notebook with the learner's solutions in it. The file under
`submitted/` is only read.

A notebook that cannot be graded becomes the untouched release with its reason on top. nbgrader can go on with it,
the learner's feedback says what to do, `RunChecks` gives it no score, and `FlagForReview` leaves its points open.
"""

import json

import nbformat
from nbconvert.exporters import NotebookExporter

from autograder.grading.errors import GradingError, SetAside
from autograder.grading.rebuild import Rebuilt, read, rebuild, text_of

# Our entry in a notebook's metadata: {"set_aside": sentence, "notes": [sentence], "missing": [grade_id]}.
KEY = "course"


class SubmissionExporter(NotebookExporter):
    """The exporter of `nbgrader autograde`; the converter that made it is its `parent`."""

    def from_filename(self, filename, resources=None, **options):
        """As nbconvert's, but a submission is rebuilt on its way in.

        Raises `GradingError` if the released notebook is missing or unreadable, which is never the learner's fault.
        """
        if not getattr(self.parent, "_sanitizing", False):
            return super().from_filename(filename, resources=resources, **options)
        where = resources["nbgrader"]
        release = read_release(self.parent.coursedir, where["assignment"], where["notebook"])
        try:
            rebuilt, reason = rebuild(release, read(filename)), ""
        except SetAside as error:
            rebuilt, reason = Rebuilt(release), str(error)
        except OSError as error:
            reason = f"{where['notebook']}.ipynb cannot be read: {error.strerror}. Hand it in again."
            rebuilt = Rebuilt(release)
        for note in [reason] * bool(reason) + rebuilt.notes:
            self.log.warning("%s, %s: %s", where["student"], where["notebook"], note)
        notebook = _with_notes(rebuilt, reason)
        return self.from_notebook_node(nbformat.from_dict(notebook), resources=resources, **options)


def read_release(coursedir, assignment: str, notebook: str) -> dict:
    """The released notebook as plain data, its sources as strings. Raises `GradingError` with the remedy."""
    folder = coursedir.format_path(coursedir.release_directory, ".", assignment)
    path = f"{folder}/{notebook}.ipynb"
    try:
        with open(path, encoding="utf-8") as file:
            release = json.load(file)
        for cell in release["cells"]:
            cell["source"] = text_of(cell)
        return release
    except (OSError, ValueError, KeyError, TypeError):
        raise GradingError(f"The released notebook {path} is missing or damaged. "
                           f"Run `course release {assignment}` first.") from None


def _with_notes(rebuilt: Rebuilt, reason: str) -> dict:
    """The rebuilt notebook, which says in its metadata and in a first cell what had to be mended."""
    notebook = rebuilt.notebook
    notebook.setdefault("metadata", {})[KEY] = {"set_aside": reason, "notes": rebuilt.notes, "missing": rebuilt.missing}
    said = [f"**This notebook could not be graded.** {_plain(reason)}"] if reason else []
    said += [_plain(note) for note in rebuilt.notes]
    if said:
        source = "*Notes on what was handed in*\n\n" + "\n".join(f"- {line}" for line in said)
        cell = {"cell_type": "markdown", "id": "notes-on-the-submission", "metadata": {}, "source": source}
        if (notebook.get("nbformat"), notebook.get("nbformat_minor", 0)) < (4, 5):
            del cell["id"]
        notebook["cells"].insert(0, cell)
    return notebook


def _plain(sentence: str) -> str:
    """Words that may hold a stranger's text, as Markdown that shows them and nothing else."""
    return "".join("\\" + character if character in "\\`*_[]()<>#!$|~&" else " " if character < " " else character
                   for character in sentence)
