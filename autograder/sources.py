"""Gets a learner's code out of the file named on the command line: a module, or a notebook with an `%%exercise` cell."""
import json
from difflib import get_close_matches
from pathlib import Path


class Refused(Exception):
    """The call is at fault; the text is the sentence to show.  Exit code 2."""


class NoCell(Exception):
    """The learner's notebook is at fault; the text is the sentence to show.  It costs points, as any wrong solution."""


def read(file: Path) -> bytes:
    """Return the bytes of the file.

    Raises: Refused, if there is no such file, it is a folder, or it cannot be read.
    """
    try:
        return file.read_bytes()
    except FileNotFoundError:
        there = [path.name for path in file.parent.iterdir()] if file.parent.is_dir() else []
        near = get_close_matches(file.name, there, 3)
        raise Refused(f"There is no file {file}." + (f"  Did you mean {' or '.join(near)}?" if near else "")) from None
    except IsADirectoryError:
        raise Refused(f"{file} is a folder; name the file in it.") from None
    except OSError as error:
        if file.is_dir():  # Windows says "permission denied" of a folder
            raise Refused(f"{file} is a folder; name the file in it.") from None
        raise Refused(f"{file} cannot be read: {(error.strerror or str(error)).lower()}.") from None


def source_of(file: Path, exercise: str) -> tuple[bytes, str]:
    """Return the learner's source for the exercise ("chNN_topic/name") and the file name to call it by.

    A module's bytes are returned as they are: whether they are Python is for the checks to say.
    Raises: Refused (see `read`); NoCell, if a notebook is no notebook or lacks the cell.
    """
    data = read(file)
    if file.suffix.lower() != ".ipynb":
        return data, file.name
    return cell_of(data, exercise, file.name).encode("utf-8", "surrogatepass"), exercise.rpartition("/")[2] + ".py"


def cell_of(notebook: bytes, exercise: str, called: str) -> str:
    """Return the code of the `%%exercise` cell, that line made a comment; of several such cells the last.

    (Running the notebook from the top leaves the last one.)  Raises: NoCell.
    """
    try:
        cells = json.loads(notebook)["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NoCell(f"{called} is not a Jupyter notebook (its JSON cannot be read): open it in JupyterLab, "
                     "or take a fresh copy of the exercise and put your code into it.") from None
    found = []
    for text in code:
        first, _, rest = text.partition("\n")
        words = first.split()
        if len(words) >= 2 and words[0] == "%%exercise" and words[1].strip("\"'") in (exercise, exercise.rpartition("/")[2]):
            found.append(f"# {first}\n{rest}")  # so that lines count as they do in the cell
    if not found:
        raise NoCell(f"{called} has no cell whose first line is `%%exercise {exercise}`: put that line back above your "
                     "code, or take a fresh copy of the exercise and put your code into it.")
    return found[-1]
