"""`course new`: what it makes is complete, fails until it is written, and passes once it is."""
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def copy(tmp_path):
    """A course of its own, with the one exercise that is about to be made."""
    shutil.copytree(ROOT / "autograder", tmp_path / "autograder", ignore=shutil.ignore_patterns("__pycache__", "ch[0-9][0-9]_*"))
    (tmp_path / "solutions").mkdir()
    return tmp_path


def course(folder, *words):
    environment = {**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run([sys.executable, "-P", "-m", "autograder", *words], env=environment, capture_output=True, text=True,
                          encoding="utf-8", cwd=folder)


def test_a_new_exercise_fails_until_it_is_written_and_then_passes(copy):
    made = course(copy, "new", "exercise", "ch09_locks/turnstile")
    assert made.returncode == 0, made.stderr
    files = [line for line in made.stdout.splitlines() if "/" in line and not line.startswith("Next")]
    assert len(files) == 5 and all((copy / file).is_file() for file in files)
    for file in files:
        assert not {"CHAPTER", "NAME", "NUMBER", "TITLE"} & set((copy / file).read_text("utf-8").replace("/", " ").split())

    notebook = copy / "solutions" / "ch09_locks" / "turnstile.ipynb"
    nbformat.validate(nbformat.read(notebook, as_version=4))
    before = course(copy, "check", "--all-solutions", "--json")
    assert before.returncode == 1
    (report,) = json.loads(before.stdout)
    assert report["score"] == 0 and "not written yet" in report["checks"][1]["message"]

    text = notebook.read_text("utf-8")
    stub = 'raise NotImplementedError(\\"write the reference solution here\\")'
    assert text.count(stub) == 1
    notebook.write_text(text.replace(stub, "return list(items)"), "utf-8")
    after = course(copy, "check", "--all-solutions")
    assert after.returncode == 0 and "1 of 1 solutions get full marks" in after.stdout, after.stdout

    again = course(copy, "new", "exercise", "ch09_locks/turnstile")
    assert again.returncode == 2 and "exists already" in again.stderr


def test_a_new_chapter_is_a_notebook_and_a_module_that_its_cells_can_use(copy):
    made = course(copy, "new", "chapter", "ch15_actors")
    assert made.returncode == 0, made.stderr
    notebook = nbformat.read(copy / "notebooks" / "ch15_actors.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert notebook.cells[0].source.startswith("# 15. Actors")
    explored = course(copy, "explore", "notebooks/ch15_actors.py", "--function", "broken")
    assert explored.returncode == 1 and "an update is lost" in explored.stdout
    assert any("NotImplementedError" in cell.source for cell in notebook.cells)


@pytest.mark.parametrize("kind, name", [("exercise", "turnstile"), ("exercise", "ch9_locks/turnstile"), ("exercise", "ch09_locks/class"),
                                        ("exercise", "ch09_locks/Turnstile"), ("chapter", "actors"), ("chapter", "ch15_../x")])
def test_a_name_that_will_not_do_is_refused_with_an_example(copy, kind, name):
    done = course(copy, "new", kind, name)
    assert done.returncode == 2 and "such as ch" in done.stderr and done.stdout == ""
