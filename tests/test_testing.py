"""`course test` itself: what it runs, and that pytest's summary line and exit code are what comes out."""
import os
import subprocess
import sys
from pathlib import Path

from autograder import testing

ROOT = Path(__file__).resolve().parent.parent


def course(*words):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    return subprocess.run([sys.executable, "-P", "-m", "autograder", *map(str, words)], env=environment, capture_output=True,
                          text=True, encoding="utf-8")


def test_whole_suite_is_tests_and_notebooks():
    words = testing.arguments(["-x"])
    assert words[:2] == ["tests", "-x"] and words[-1] == "notebooks" and "--nbval" in words


def test_named_files_replace_the_whole_suite():
    assert testing.arguments(["tests/test_cli.py::test_usage_errors", "-q"]) == ["tests/test_cli.py::test_usage_errors", "-q"]


def test_a_word_for_an_option_is_no_file():
    assert testing.arguments(["-k", "deadlock"])[:3] == ["tests", "-k", "deadlock"]


def test_notebook_whose_output_differs_fails(tmp_path, monkeypatch):
    """The very arguments of the whole suite, on a course of one test and one notebook that no longer says what it said."""
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_it.py").write_text("def test_it(): pass\n")
    (tmp_path / "tests" / "sample.ipynb").write_text("not collected")
    (tmp_path / "notebooks").mkdir()
    cell = ('{"cells": [{"cell_type": "code", "id": "a", "metadata": {}, "source": "1 + 1", "execution_count": 1, "outputs": '
            '[{"output_type": "execute_result", "metadata": {}, "execution_count": 1, "data": {"text/plain": "%s"}}]}], '
            '"metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3"}}, "nbformat": 4, "nbformat_minor": 5}')
    monkeypatch.setattr(testing, "ROOT", tmp_path)
    for said, code in (("2", 0), ("3", 1)):
        (tmp_path / "notebooks" / "start.ipynb").write_text(cell % said)
        assert testing.run_tests(["-q", "-p", "no:cacheprovider"]) == code


def test_words_and_exit_codes_are_passed_on(tmp_path):
    good, bad = tmp_path / "test_good.py", tmp_path / "test_bad.py"
    good.write_text("def test_it():\n    pass\n")
    bad.write_text("def test_it():\n    assert False\n")
    done = course("test", "-q", good)
    assert done.returncode == 0 and done.stdout.rstrip().splitlines()[-1].startswith("1 passed")
    done = course("test", bad)
    assert done.returncode == 1 and "1 failed" in done.stdout.rstrip().splitlines()[-1]
