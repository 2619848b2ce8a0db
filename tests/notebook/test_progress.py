"""The file of best scores survives damage, two writers and a full disk."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.notebook import progress as module_or_object  # the callable; the module is taken below
from autograder.notebook.progress import Bars, course_root, path, progress, read, update
from tests.notebook import samples

NAME = samples.NAME
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "scores.json"))
    return tmp_path / "scores.json"


def test_the_public_name_is_the_callable():
    assert module_or_object is progress


def test_best_is_kept_and_latest_follows(file):
    for score in (2.0, 7.0, 5.0):
        update(file, NAME, score, 10.0)
    assert read(file) == ({NAME: {"best": 7.0, "latest": 5.0, "max": 10.0, "runs": 3}}, "")
    assert sorted(os.listdir(file.parent)) == ["scores.json", "scores.json.lock"]


def test_a_new_maximum_scales_the_best(file):
    update(file, NAME, 5.0, 10.0)
    update(file, NAME, 0.0, 20.0)
    assert read(file)[0][NAME]["best"] == 10.0


@pytest.mark.parametrize("content", [
    b"", b"{", b"[1]", b"\xff\xfe\x00", b'{"version": 99}', b'{"version": 1, "exercises": {"x": 3}}', b"[" * 100_000,
    b'{"version": 1, "exercises": {"x": {"best": NaN, "latest": 1, "max": 1, "runs": 1}}}',
    b'{"version": 1, "exercises": []}'])
def test_a_damaged_file_is_set_aside(file, content):
    file.write_bytes(content)
    exercises, note = read(file)
    assert exercises == {} and "damaged" in note and not file.exists()
    assert file.with_name("scores.json.damaged").read_bytes() == content
    update(file, NAME, 1.0, 2.0)
    assert read(file)[0][NAME]["best"] == 1.0


def test_record_never_disturbs_a_check(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("COURSE_PROGRESS", str(blocked / "below" / "scores.json"))
    progress.record(samples.PASSED)


def test_reset(file):
    progress.record(samples.PASSED)
    assert read(file)[0]
    progress.reset()
    progress.reset()
    assert read(file) == ({}, "")


def test_nothing_is_recorded_while_nbgrader_grades(file, monkeypatch):
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    progress.record(samples.PASSED)
    assert not file.exists()


def test_where_scores_go(tmp_path, monkeypatch):
    monkeypatch.delenv("COURSE_PROGRESS", raising=False)
    monkeypatch.chdir(tmp_path)
    assert path() == tmp_path / ".course" / "progress.json"
    progress.record(samples.PASSED)
    assert json.loads(path().read_text())["exercises"] and (tmp_path / ".course" / ".gitignore").read_text() == "*\n"
    (tmp_path / "course.py").touch()
    for folder in ("autograder", "work/exercises/ch10", "solutions"):
        (tmp_path / folder).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "solutions")
    assert course_root() == tmp_path and path() == tmp_path / "work" / ".progress.json"
    progress.record(samples.PASSED)
    assert not path().exists(), "the teacher's own runs are not recorded"
    monkeypatch.chdir(tmp_path / "work" / "exercises" / "ch10")
    progress.record(samples.PASSED)
    assert read(path())[0][NAME]["best"] == 10.0


def test_two_processes_lose_no_run(file):
    code = f"from autograder.notebook.progress import *\nfor _ in range(50): update(path(), {NAME!r}, 1.0, 2.0)"
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    writers = [subprocess.Popen([sys.executable, "-c", code], env=variables) for _ in range(2)]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    assert read(file)[0][NAME]["runs"] == 100


def test_bars_say_it_in_words(file):
    update(file, NAME, 5.0, 10.0)
    bars = Bars(*read(file))
    assert "best 5 of 10, 1 run" in repr(bars) and "##########  " in repr(bars)
    assert 'aria-label="best 5 of 10, 1 run"' in bars._repr_html_() and "not begun" in repr(bars)
    assert "moved &lt;b&gt;" in Bars({}, "moved <b>")._repr_html_()
