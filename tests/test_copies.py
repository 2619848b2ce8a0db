"""The copies in work/: a newer course reaches whoever changed nothing, and overwrites nobody's work."""
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.copies import MANIFEST, bring_up_to_date


def notebook(*sources, outputs=(), metadata=None) -> str:
    return json.dumps({"cells": [{"cell_type": "code", "id": f"c{n}", "source": source, "outputs": list(outputs), "metadata": {}}
                                 for n, source in enumerate(sources)], "metadata": metadata or {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture
def course(tmp_path):
    course = tmp_path / "course"
    for name, text in {"notebooks/start.ipynb": notebook("1"), "notebooks/ch10.py": "A = 1\n",
                       "exercises/ch10/buffer.ipynb": notebook("stub"), "notebooks/__pycache__/ch10.pyc": "x",
                       "notebooks/nbval.cfg": "x",
                       "notebooks/.ipynb_checkpoints/start.ipynb": "x", "solutions/ch10/buffer.ipynb": notebook("secret")}.items():
        path = course / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return course


def texts(work: Path) -> dict:
    return {path.relative_to(work).as_posix(): path.read_text() for path in work.rglob("*") if path.is_file() and path.name != MANIFEST}


def test_first_opening_copies_what_a_learner_needs(course):
    changes = bring_up_to_date(course, course / "work")
    assert sorted(texts(course / "work")) == changes.added == ["exercises/ch10/buffer.ipynb", "notebooks/ch10.py", "notebooks/start.ipynb"]


def test_second_opening_changes_nothing(course):
    work = course / "work"
    bring_up_to_date(course, work)
    (work / "notebooks" / "mine.ipynb").write_text("my own notes")
    before = {path: path.stat().st_mtime_ns for path in work.rglob("*") if path.name != MANIFEST}
    changes = bring_up_to_date(course, work)
    assert not (changes.added or changes.updated or changes.kept or changes.backups)
    assert before == {path: path.stat().st_mtime_ns for path in work.rglob("*") if path.name != MANIFEST}


def test_unchanged_file_gets_the_newer_version(course):
    work = course / "work"
    bring_up_to_date(course, work)
    (course / "notebooks" / "ch10.py").write_text("A = 2\n")
    assert bring_up_to_date(course, work).updated == ["notebooks/ch10.py"]
    assert (work / "notebooks" / "ch10.py").read_text() == "A = 2\n"


def test_a_notebook_that_was_only_run_counts_as_unchanged(course):
    work = course / "work"
    bring_up_to_date(course, work)
    ran = notebook("1", outputs=["1"], metadata={"kernelspec": {"name": "python3"}})
    (work / "notebooks" / "start.ipynb").write_text(ran)
    assert not bring_up_to_date(course, work).updated
    assert (work / "notebooks" / "start.ipynb").read_text() == ran, "its outputs stay while there is nothing newer"
    (course / "notebooks" / "start.ipynb").write_text(notebook("1", "2"))
    assert bring_up_to_date(course, work).updated == ["notebooks/start.ipynb"]
    assert (work / "notebooks" / "start.ipynb").read_text() == notebook("1", "2")


def test_the_learners_work_is_never_overwritten(course):
    work, name = course / "work", "exercises/ch10/buffer.ipynb"
    bring_up_to_date(course, work)
    (work / name).write_text(notebook("my solution"))
    assert not bring_up_to_date(course, work).kept, "nothing newer, nothing to say"
    (course / name).write_text(notebook("better stub"))
    for _ in range(2):  # said on every opening until it is settled
        assert bring_up_to_date(course, work).kept == [name]
        assert (work / name).read_text() == notebook("my solution")

    changes = bring_up_to_date(course, work, refresh=True)
    backup = "exercises/ch10/buffer.yours-1.ipynb"
    assert changes.backups == {name: backup}
    assert (work / backup).read_text() == notebook("my solution")
    assert (work / name).read_text() == notebook("better stub")
    assert not bring_up_to_date(course, work).kept

    (work / name).write_text(notebook("my second solution"))
    (course / name).write_text(notebook("best stub"))
    assert bring_up_to_date(course, work, refresh=True).backups == {name: "exercises/ch10/buffer.yours-2.ipynb"}
    assert (work / backup).read_text() == notebook("my solution")


def test_refresh_leaves_work_on_the_present_version_alone(course):
    work, name = course / "work", "exercises/ch10/buffer.ipynb"
    bring_up_to_date(course, work)
    (work / name).write_text(notebook("my solution"))
    assert not bring_up_to_date(course, work, refresh=True).backups
    assert (work / name).read_text() == notebook("my solution")


def test_a_learner_who_already_has_the_newer_text_is_not_bothered(course):
    work, name = course / "work", "notebooks/ch10.py"
    bring_up_to_date(course, work)
    for folder in (course, work):
        (folder / name).write_text("A = 3\n")
    changes = bring_up_to_date(course, work)
    assert not (changes.updated or changes.kept)


@pytest.mark.parametrize("damage", ["", "{", '{"files": []}', '{"files": {"notebooks/ch10.py": 3}}', "\x00"])
def test_damaged_manifest_costs_nobody_work(course, damage):
    work = course / "work"
    bring_up_to_date(course, work)
    (work / "notebooks/ch10.py").write_text("MINE = 1\n")
    (work / MANIFEST).write_text(damage)
    assert bring_up_to_date(course, work).kept == ["notebooks/ch10.py"]
    assert (work / "notebooks/ch10.py").read_text() == "MINE = 1\n"


def test_deleted_copy_comes_back_and_deleted_original_stays(course):
    work = course / "work"
    bring_up_to_date(course, work)
    (work / "notebooks/ch10.py").unlink()
    (course / "notebooks/start.ipynb").unlink()
    changes = bring_up_to_date(course, work)
    assert changes.added == ["notebooks/ch10.py"]
    assert (work / "notebooks/start.ipynb").exists()


def test_killed_in_the_middle(course):
    """A killed opening leaves whole files only; the next one finishes.  The kill comes between two files."""
    code = ("import os, sys; from pathlib import Path; from autograder import copies\n"
            "real = copies.put\n"
            "def put(target, data):\n"
            "    real(target, data)\n"
            "    os._exit(9)\n"
            "copies.put = put\n"
            f"copies.bring_up_to_date(Path({str(course)!r}), Path({str(course / 'work')!r}))\n")
    root = str(Path(__file__).resolve().parent.parent)
    assert subprocess.run([sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": root}).returncode == 9
    assert len(texts(course / "work")) == 1
    (course / "exercises/ch10/buffer.ipynb").write_text(notebook("better stub"))
    changes = bring_up_to_date(course, course / "work")
    assert len(changes.added) == 2 and changes.kept == ["exercises/ch10/buffer.ipynb"], "without a manifest: never overwritten"
