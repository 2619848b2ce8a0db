"""`course new`: the files of a new exercise or chapter, complete, and failing until they are written.

The templates in skeletons/ are ordinary files; CHAPTER, NAME, NUMBER and TITLE in them stand for the new one's.
"""
import keyword
import re
from pathlib import Path

from autograder.sources import Refused

TEMPLATES = Path(__file__).parent / "skeletons"
CHAPTER = re.compile(r"ch(\d\d)_[a-z][a-z0-9_]*")


def exercise(root: Path, wanted: str) -> list[Path]:
    """Make the spec, the solution notebook and the folder for submissions of the exercise "chNN_topic/name".

    root: the folder of the course.  Returns the files made.  Raises: Refused; nothing has been made then.
    """
    chapter, _, name = wanted.partition("/")
    if not CHAPTER.fullmatch(chapter) or not name.isidentifier() or name != name.lower() or keyword.iskeyword(name):
        raise Refused(f"{wanted!r} is no name for an exercise: write chNN_topic/name, in small letters, such as ch09_locks/turnstile.")
    folder = root / "autograder" / "checks" / chapter
    submissions = root / "tests" / "submissions" / chapter / name
    words = {"CHAPTER": chapter, "NAME": name, "NUMBER": str(int(chapter[2:4])), "TITLE": name.replace("_", " ").capitalize()}
    stub = f"def {name}(items):\n    raise NotImplementedError\n"
    return _make({
        folder / f"{name}.py": _filled("spec.py", words),
        root / "solutions" / chapter / f"{name}.ipynb": _filled("exercise.ipynb", words),
        submissions / "right_reference.py": f"# right: the reference; write at least five more, in other styles\n{stub}",
        submissions / "wrong_stub.py": "# fails: basics: any call; write at least twelve that look right, and say which schedule breaks them\n"
                                       f"# kind: exception\n{stub}",
    }, {folder / "__init__.py": ""})


def chapter(root: Path, wanted: str) -> list[Path]:
    """Make the notebook of the chapter "chNN_topic" and the module that it imports.  As for `exercise`."""
    found = CHAPTER.fullmatch(wanted)
    if not found:
        raise Refused(f"{wanted!r} is no name for a chapter: write chNN_topic, in small letters, such as ch15_actors.")
    words = {"CHAPTER": wanted, "NUMBER": str(int(found[1])), "TITLE": wanted[5:].replace("_", " ").capitalize()}
    folder = root / "notebooks"
    return _make({folder / f"{wanted}.ipynb": _filled("chapter.ipynb", words), folder / f"{wanted}.py": _filled("chapter.py", words)})


def _filled(template: str, words: dict) -> str:
    text = (TEMPLATES / template).read_text("utf-8")
    for word, value in words.items():
        text = text.replace(word, value)
    return text


def _make(files: dict, unless_there: dict | None = None) -> list[Path]:
    for path in files:
        if path.exists():
            raise Refused(f"{path} exists already; nothing was made.")
    files = {**files, **{path: text for path, text in (unless_there or {}).items() if not path.exists()}}
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return list(files)
