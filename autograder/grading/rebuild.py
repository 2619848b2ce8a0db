"""Reduces a submitted notebook to what it may contribute: the sources of its solution cells.

`read(path)` takes a file from a stranger and gives a notebook as plain data, or raises `SetAside` with a sentence and
a remedy. `rebuild(release, submission)` takes the released notebook and puts the learner's sources into its
solution cells, found by their `grade_id`. Everything else (locked cells, points, metadata, outputs, extra cells) is the
release's, so nothing a learner does to it matters; what was done is told in `notes`.

Nothing here runs or imports anything of the submission, and nothing is written.
"""

import json
import os
import re
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path

from autograder.grading.errors import SetAside

MAX_BYTES = 20_000_000  # of a submitted notebook; ours have some 10 kB, and outputs are not needed
MAX_SOURCE = 256_000  # characters of one solution cell
SCHEMA = 3  # of nbgrader's cell metadata
MAGIC = re.compile(r"\s*%%exercise[ \t]+(\S+)")

HAND_IN_AGAIN = "Open it in JupyterLab, save it, and hand it in again."
HAND_IN_A_NOTEBOOK = "Hand in the .ipynb file that JupyterLab saves."
FRESH_COPY = "copy the solution into a fresh copy of the exercise, and hand that in."


@dataclass
class Rebuilt:
    """What `rebuild` gives: the notebook to grade, sentences about what was mended, and the ids of
    solution cells that were not found at all (each also has its note)."""

    notebook: dict
    notes: list = field(default_factory=list)
    missing: list = field(default_factory=list)


def text_of(cell: dict) -> str:
    """The source of a cell as one string; notebooks may store it as a list of lines."""
    source = cell.get("source", "")
    return source if isinstance(source, str) else "".join(source)


def exercise_of(source: str) -> str:
    """The exercise a cell names in its first line (`%%exercise NAME`), or ""."""
    found = MAGIC.match(source)
    return found.group(1) if found else ""


def read(path) -> dict:
    """Reads a submitted notebook.

    Returns the notebook as plain data, of nbformat 4, every cell with a dict as metadata and readable source.
    Raises `SetAside` for anything else: a link, an enormous file, not JSON, not a notebook, another notebook format, an
    unknown nbgrader schema, another language than Python.
    """
    path = Path(path)
    name = path.name
    if path.is_symlink() or not path.is_file():
        raise SetAside(f"{name} is not a file but a link or a folder. Hand in the notebook itself.")
    size = os.path.getsize(path)
    if size > MAX_BYTES:
        raise SetAside(f"{name} has {size / 1e6:.0f} MB; at most {MAX_BYTES / 1e6:.0f} MB are read. "
                       "Clear all outputs, save it, and hand it in again.")
    notebook = _parse(name, path.read_bytes())
    _require_shape(name, notebook)
    _require_python(name, notebook.get("metadata"))
    return notebook


def _parse(name: str, data: bytes) -> dict:
    """JSON from bytes; `SetAside` says what the file seems to be instead."""
    start = data[:200].lstrip().lower()
    if not data.strip():
        raise SetAside(f"{name} is empty. {HAND_IN_AGAIN}")
    kinds = [(b"pk\x03\x04", "is a zip archive or an office document"), (b"%pdf", "is a PDF"),
             (b"<!doctype", "is a web page"), (b"<html", "is a web page")]
    for first, what in kinds:
        if start.startswith(first):
            raise SetAside(f"{name} {what}, not a notebook. {HAND_IN_A_NOTEBOOK}")
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise SetAside(f"{name} is not text in UTF-8. {HAND_IN_AGAIN}") from None
    except json.JSONDecodeError as error:
        if data.lstrip().startswith(b"{"):
            raise SetAside(f"{name} is a damaged notebook: it is not valid JSON at line {error.lineno} ({error.msg}). "
                           "Perhaps it was edited by hand or holds the marks of a merge conflict. If JupyterLab cannot "
                           f"open it, {FRESH_COPY}") from None
        raise SetAside(f"{name} is not a notebook: it is not JSON. {HAND_IN_A_NOTEBOOK}") from None
    except (RecursionError, ValueError):  # nested too deeply; a number of thousands of digits
        raise SetAside(f"{name} is a damaged notebook: its JSON cannot be read. {HAND_IN_AGAIN}") from None


def _require_shape(name: str, notebook) -> None:
    """Raises `SetAside` unless `notebook` is a notebook of format 4 whose nbgrader metadata we know."""
    if not isinstance(notebook, dict) or "nbformat" not in notebook:
        raise SetAside(f"{name} is JSON but not a notebook. {HAND_IN_A_NOTEBOOK}")
    if notebook["nbformat"] != 4:
        found = str(notebook["nbformat"])[:20]
        raise SetAside(f"{name} is in notebook format {found}; this course uses format 4. {HAND_IN_AGAIN}")
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        raise SetAside(f"{name} is a damaged notebook: it has no list of cells. {HAND_IN_AGAIN}")
    for number, cell in enumerate(cells, 1):
        source = cell.get("source", "") if isinstance(cell, dict) else None
        lines = source if isinstance(source, list) else [source]
        if not all(isinstance(line, str) for line in lines) or not isinstance(cell.setdefault("metadata", {}), dict):
            raise SetAside(f"{name} is a damaged notebook: its cell {number} is not a cell. {HAND_IN_AGAIN}")
        graded = cell["metadata"].get("nbgrader")
        if not graded:
            continue
        version = graded.get("schema_version") if isinstance(graded, dict) else None
        if version != SCHEMA or not isinstance(graded.get("grade_id", ""), str):
            raise SetAside(f"{name}: cell {number} has nbgrader metadata of version {str(version)[:20]}; this course "
                           f"uses version {SCHEMA}. Please {FRESH_COPY}")


def _require_python(name: str, metadata) -> None:
    """Raises `SetAside` if the notebook says that it is in another language. Its kernel may have any name."""
    metadata = metadata if isinstance(metadata, dict) else {}
    for key, entry in (("kernelspec", "language"), ("language_info", "name")):
        part = metadata.get(key)
        language = part.get(entry) if isinstance(part, dict) else None
        if isinstance(language, str) and language and "python" not in language.lower():
            raise SetAside(f"{name} was saved with a kernel for {language[:30]}; this course is in Python. Choose the "
                           "Python 3 kernel in JupyterLab, run the notebook, save it, and hand it in again.")


def rebuild(release: dict, submission: dict) -> Rebuilt:
    """The released notebook with the learner's sources in its solution cells.

    `release` is the trusted notebook as plain data (left as it is), `submission` comes from `read`.
    Returns a `Rebuilt`; raises `SetAside` if a solution is too long to be one.
    """
    result = Rebuilt(deepcopy(release))
    cells = submission["cells"]
    by_id, used = {}, set()
    for number, cell in enumerate(cells):
        by_id.setdefault((cell["metadata"].get("nbgrader") or {}).get("grade_id"), []).append(number)
    for cell in result.notebook["cells"]:
        marks = cell["metadata"].get("nbgrader") or {}
        if not marks.get("grade_id"):
            continue
        numbers = by_id.get(marks["grade_id"], [])
        used.update(numbers)
        if marks.get("solution"):
            used.update(_put_solution(result, cell, cells, numbers))
        elif marks.get("grade") or marks.get("locked"):
            _note_locked(result, cell, [cells[number] for number in numbers])
    _note_extra(result, release, cells, used)
    return result


def _put_solution(result: Rebuilt, cell: dict, cells: list, numbers: list) -> list:
    """Puts the learner's source for one solution cell into `cell`. Returns the numbers of the cells it came from."""
    name, stub = cell["metadata"]["nbgrader"]["grade_id"], text_of(cell)
    exercise = exercise_of(stub)
    sources = _joined([text_of(cells[number]) for number in numbers], exercise)
    if numbers and len(sources) == 1 < len(numbers):
        result.notes.append(f"The solution cell {name} had been split into {len(numbers)} cells; they were joined.")
    elif len(numbers) > 1:
        result.notes.append(f"The solution cell {name} was there {len(numbers)} times; the last with an answer counts.")
    answers = [source for source in sources if source.strip() and source.strip() != stub.strip()]
    if not answers and exercise:  # the answer may stand in a cell of its own: in the notebook, that works as well
        others = [number for number, other in enumerate(cells) if number not in numbers
                  and exercise_of(text_of(other)) == exercise and text_of(other).strip() != stub.strip()]
        if others:
            numbers = others[-1:]
            answers = [text_of(cells[numbers[0]])]
            result.notes.append(f"The solution cell {name} held no answer; the cell {numbers[0] + 1}, which begins "
                                f"with %%exercise {exercise}, was taken.")
    if not answers:
        if not numbers:
            result.missing.append(name)
            result.notes.append(f"The solution cell {name} is missing; it is graded as if it had not been touched.")
        return numbers
    cell["source"] = _with_magic(result, name, answers[-1], stub)
    return numbers


def _joined(sources: list, exercise: str) -> list:
    """Candidates for the answer: a piece without a `%%exercise` line belongs to the one above, as Split Cell makes it."""
    if not exercise:
        return sources
    joined = []
    for source in sources:
        if joined and not exercise_of(source):
            joined[-1] += "\n" + source
        else:
            joined.append(source)
    return joined


def _with_magic(result: Rebuilt, name: str, source: str, stub: str) -> str:
    """The learner's source, readable and with the first line that the release has."""
    if len(source) > MAX_SOURCE:
        raise SetAside(f"The solution cell {name} has {len(source):,} characters; at most {MAX_SOURCE:,} are read. "
                       "Shorten it, and hand it in again.")
    readable = source.encode("utf-8", "replace").decode("utf-8")  # JSON can hold halves of characters
    if readable != source:
        result.notes.append(f"The solution cell {name} held broken characters; they were replaced by question marks.")
    exercise = exercise_of(stub)
    if not exercise or exercise_of(readable) == exercise:
        return readable
    lines = readable.split("\n")
    wrong = next((number for number, line in enumerate(lines) if MAGIC.match(line)), None)
    if wrong is not None:
        del lines[wrong]
    result.notes.append(f"The first line of the solution cell {name} was not %%exercise {exercise}; it was put back.")
    return "\n".join([stub.strip().split("\n")[0], *lines])


def _note_locked(result: Rebuilt, cell: dict, found: list) -> None:
    """Tells what had become of a locked cell; the release's is in place already."""
    name = cell["metadata"]["nbgrader"]["grade_id"]
    if not found:
        result.notes.append(f"The locked cell {name} had been deleted; it was put back.")
        return
    sources = [text_of(other) for other in found]
    if len(found) > 1:
        what = "split" if "".join(sources).split() == text_of(cell).split() else "duplicated"
        result.notes.append(f"The locked cell {name} had been {what}; the released one was put back.")
    elif sources[0].strip() != text_of(cell).strip() or found[0].get("cell_type") != cell["cell_type"] or any(
            found[0]["metadata"]["nbgrader"].get(key) != cell["metadata"]["nbgrader"].get(key)
            for key in ("grade", "locked", "solution", "points")):
        result.notes.append(f"The locked cell {name} had been changed; the released one was put back.")


def _note_extra(result: Rebuilt, release: dict, cells: list, used: set) -> None:
    """Tells which cells of the submission are not the exercise's."""
    ids = {cell.get("id") for cell in release["cells"]} - {None}
    texts = {text_of(cell).strip() for cell in release["cells"]} | {""}
    extra = [str(number + 1) for number, cell in enumerate(cells)
             if number not in used and str(cell.get("id")) not in ids and text_of(cell).strip() not in texts]
    if extra:
        shown = ", ".join(extra[:10]) + (", …" if len(extra) > 10 else "")
        plural = "s" * (len(extra) > 1)
        result.notes.append(f"{len(extra)} cell{plural} of the learner's own (number {shown}) did not count.")
