"""A learner's copies of the course, in the ignored folder work/: made on first opening, never overwritten.

`work/.course.json` remembers for each copied file the hash of the course's version it was copied from, and the hash of what
a learner would change in it (for a notebook the cells' sources: running it is no change).  From these two follows what
to do, and the file is only ever replaced when the learner has not changed it, or asked for that.
"""
import contextlib
import hashlib
import json
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

FOLDERS = ("notebooks", "exercises")
MANIFEST = ".course.json"


@dataclass
class Changes:
    """What `bring_up_to_date` did, as paths relative to work/."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # the learner's, though the course has a newer version
    backups: dict[str, str] = field(default_factory=dict)  # replaced on request -> where the learner's version is now


def bring_up_to_date(course: Path, work: Path, refresh: bool = False) -> Changes:
    """Copy what is new in the course's notebooks/ and exercises/ to work/.

    Args: the course's folder; the learner's; whether the course's newer version replaces a file the learner changed, whose own
    version is then kept beside it.
    Raises: OSError.
    """
    work.mkdir(exist_ok=True)
    manifest, changes = read_manifest(work), Changes()
    for source in sorted(files_of(course)):
        name = source.relative_to(course).as_posix()
        target, new = work / name, source.read_bytes()
        known = manifest.get(name, {})
        entry = {"course": digest(new), "content": content_digest(name, new)}
        if not target.exists():
            put(target, new)
            changes.added.append(name)
        elif (old := target.read_bytes()) == new:
            pass
        elif content_digest(name, old) in (known.get("content"), entry["content"]):
            if known.get("course") == entry["course"]:
                continue  # only run, not changed, and the course has nothing newer
            put(target, new)
            changes.updated.append(name)
        elif known.get("course") == entry["course"]:
            continue  # the learner's work on the present version
        elif refresh:
            backup = free_name(target)
            shutil.copy2(target, backup)
            put(target, new)
            changes.backups[name] = backup.relative_to(work).as_posix()
        else:
            changes.kept.append(name)
            continue
        manifest[name] = entry
    put(work / MANIFEST, (json.dumps({"files": manifest}, indent=1, sort_keys=True) + "\n").encode())
    return changes


def files_of(course: Path):
    """Yield the files a learner gets: not hidden ones, nor what Python or Jupyter left there or only the tests need."""
    for folder in FOLDERS:
        for parent, folders, files in os.walk(course / folder):
            folders[:] = [name for name in folders if not name.startswith(".") and name != "__pycache__"]
            yield from (Path(parent, name) for name in files if not name.startswith(".") and not name.endswith((".pyc", ".cfg")))


def read_manifest(work: Path) -> dict:
    """Return {name: {"course", "content"}}; empty if it is missing or damaged, which makes every changed file the learner's."""
    try:
        files = json.loads((work / MANIFEST).read_text("utf-8"))["files"]
        return {name: entry for name, entry in files.items() if isinstance(entry, dict)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def content_digest(name: str, data: bytes) -> str:
    """Return the hash of what a learner would change: all of a file, but of a notebook only its cells' kinds and sources."""
    if name.endswith(".ipynb"):
        with contextlib.suppress(ValueError, KeyError, TypeError):
            cells = [(cell["cell_type"], "".join(cell["source"])) for cell in json.loads(data)["cells"]]
            return digest(json.dumps(cells).encode())
    return digest(data)


def put(target: Path, data: bytes) -> None:
    """Write the file in one step: whoever is interrupted leaves the old one or the new one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_name(f".{target.name}.new")
    half.write_bytes(data)
    os.replace(half, target)


def free_name(target: Path) -> Path:
    """Return a name beside the file that nothing has yet: chapter.yours-1.ipynb."""
    number = 1
    while (path := target.with_name(f"{target.stem}.yours-{number}{target.suffix}")).exists():
        number += 1
    return path
