"""The `course` command: words, exit codes, JSON keys; with the real checks and the real explorer."""
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from autograder import cli, commands, sources

ROOT = Path(__file__).resolve().parent.parent
EXERCISE = "ch10_semaphores/bounded_buffer"
SUBMISSIONS = ROOT / "tests" / "submissions" / EXERCISE
RACY = '''
import threading

count = 0

def work():
    global count
    seen = count
    count = seen + 1

def main():
    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert count == 2, f"lost an update: {count}"

def safe():
    lock, box = threading.Lock(), [0]
    def add():
        with lock:
            box[0] += 1
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert box == [2]
'''


def course(*words, **variables):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8", **variables}
    return subprocess.run([sys.executable, "-P", "-m", "autograder", *map(str, words)], env=environment, capture_output=True,
                          text=True, encoding="utf-8")


def refused(done, *parts):
    """Assert exit code 2, one sentence or a usage message on stderr with these parts, nothing on stdout, no traceback."""
    assert done.returncode == 2, done
    assert done.stdout == "" and "Traceback" not in done.stderr
    for part in parts:
        assert part in done.stderr
    return done.stderr


def notebook(*code):
    return json.dumps({"cells": [{"cell_type": "code", "source": source} for source in code]}).encode()


# --- words and help ---------------------------------------------------------------------------------------------------

WORDS = ("lab", "test", "check", "explore", "replay", "grade", "release", "doctor")


def test_help_names_every_word():
    done = course("--help")
    assert done.returncode == 0
    for word in WORDS:
        assert f"\n  {word} " in done.stdout
    assert "..." not in done.stdout.partition("Commands:")[2], "every summary fits its line"


@pytest.mark.parametrize("word", WORDS)
def test_help_of_a_word_has_an_example(word):
    answer = CliRunner().invoke(cli.app, [word, "--help"])
    assert answer.exit_code == 0
    assert answer.output.count(f"course {word}") >= 2, "one in the usage line, one in the examples"


def test_help_is_quick():
    """By what it imports, not by a stopwatch."""
    code = ("import sys, autograder.cli; heavy = {'rich', 'numpy', 'IPython', 'nbgrader', 'jupyter_server', 'pytest', 'greenlet'};"
            "print(sorted(heavy & set(sys.modules)), sorted(m for m in sys.modules if m.startswith('autograder')))")
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == "[] ['autograder', 'autograder.cli']", done.stderr


@pytest.mark.parametrize("words, part", [
    (["chekc"], "Did you mean 'check'"),
    (["check", "bounded_buffer"], "both are needed"),
    (["check", "bounded_buffer", "a.py", "--jsno"], "No such option"),
    (["explore", "a.py", "--max-schedules", "0"], "--max-schedules"),
    (["explore", "a.py", "--max-schedules", "many"], "--max-schedules"),
    (["replay", "a.py"], "Missing argument 'SCHEDULE'"),
    (["grade"], "Missing argument 'ASSIGNMENT'"),
    (["release", "a", "b"], "unexpected extra argument"),
])
def test_usage_errors(words, part):
    refused(course(*words), part)


# --- files ------------------------------------------------------------------------------------------------------------

def test_file_that_is_not_there(tmp_path):
    (tmp_path / "counter.py").write_text("")
    assert "Did you mean counter.py?" in refused(course("explore", tmp_path / "countr.py"), "There is no file")
    refused(course("explore", tmp_path / "no" / "such.py"), "There is no file")
    refused(course("replay", tmp_path / "nothing.py", "x"), "There is no file")


def test_file_that_is_a_folder(tmp_path):
    refused(course("explore", tmp_path), "is a folder")


# --- our own faults -----------------------------------------------------------------------------------------------------

@pytest.mark.parametrize("error, code, part", [
    (RuntimeError("the cat\nwalked over it"), 2, "The course itself failed: RuntimeError: the cat walked over it."),
    (KeyError("x"), 2, "COURSE_DEBUG=1"),
    (sources.Refused("Such a file is not for us."), 2, "Such a file is not for us."),
    (KeyboardInterrupt(), 130, "Stopped."),
])
def test_exceptions(monkeypatch, error, code, part):
    def fail(*_):
        raise error
    monkeypatch.setattr(commands, "explore", fail)
    monkeypatch.delenv("COURSE_DEBUG", raising=False)
    answer = CliRunner().invoke(cli.app, ["explore", "x.py"])
    assert answer.exit_code == code
    assert part in answer.stderr and "Traceback" not in answer.stderr
    if isinstance(error, KeyError):
        monkeypatch.setenv("COURSE_DEBUG", "1")
        assert CliRunner().invoke(cli.app, ["explore", "x.py"]).exception is error


def report(*outcomes):
    checks = [{"name": f"c{n}", "label": "L", "points": float(outcome == "passed"), "max_points": 1.0, "outcome": outcome,
               "verdict": "proved", "kind": "", "message": "", "schedules": 1, "schedule": "", "promise": "", "look": "", "trace": None}
              for n, outcome in enumerate(outcomes)]
    return {"exercise": EXERCISE, "score": float(outcomes.count("passed")), "max_score": float(len(outcomes)), "seconds": 0.1,
            "python": "3.11.7", "checks": checks, "sandbox": {"kind": "rlimits", "weak": True, "note": "Weak."}}


def test_exit_codes_of_reports():
    assert commands.exit_code_of(report("passed", "passed")) == 0
    assert commands.exit_code_of(report("passed", "failed")) == 1
    assert commands.exit_code_of(report("passed", "skipped")) == 1
    assert commands.exit_code_of(report("failed", "grader_error")) == 2


def test_public_report_has_the_fixed_keys_and_no_others():
    public = commands.public_report(report("passed"))
    assert list(public) == ["exercise", "score", "max_score", "seconds", "python", "checks"]
    assert list(public["checks"][0]) == ["name", "label", "points", "max_points", "outcome", "verdict", "kind", "message", "schedules", "schedule"]


# --- check --------------------------------------------------------------------------------------------------------------

def test_unknown_exercise(tmp_path):
    file = tmp_path / "a.py"
    file.touch()
    refused(course("check", "bounded_bufer", file), "bounded_buffer")
    refused(course("check", "ch10_semaphores/../x", file), "x")
    refused(course("check", "", file))


def test_check_of_what_is_not_there(tmp_path):
    refused(course("check", "bounded_buffer", tmp_path / "no.py"), "There is no file")


def check_json(*words):
    done = course("check", *words, "--json")
    assert done.stderr == "", "progress is for terminals"
    return done.returncode, json.loads(done.stdout)


@pytest.mark.parametrize("name", ["bounded_buffer", EXERCISE])
def test_right_solution(tmp_path, name):
    file = min(SUBMISSIONS.glob("right_*.py"))
    code, found = check_json(name, file)
    assert (code, found["exercise"], found["score"]) == (0, EXERCISE, found["max_score"])
    assert found["checks"][0]["name"] == "loads" and found["checks"][0]["max_points"] == 0
    assert all(check["outcome"] == "passed" for check in found["checks"])
    # The notebook with the same code gives the same report.
    copy = tmp_path / "handed in.ipynb"
    copy.write_bytes(notebook("import time", f"%%exercise {name}\n" + file.read_text("utf-8")))
    again_code, again = check_json(name, copy)
    del found["seconds"], again["seconds"]
    assert (again_code, again) == (0, found)


def test_wrong_solution_in_words_and_in_json():
    file = min(SUBMISSIONS.glob("wrong_*.py"))
    code, found = check_json("bounded_buffer", file)
    assert code == 1 and found["score"] < found["max_score"]
    failed = next(check for check in found["checks"] if check["outcome"] == "failed")
    done = course("check", "bounded_buffer", file)
    assert done.returncode == 1
    flat = " ".join(done.stdout.split())
    assert "✘ failed" in flat and "What happened:" in flat and " ".join(failed["label"].split()) in flat


@pytest.mark.parametrize("name, data", [
    ("a.py", b"def f(:\n"), ("a.py", b"\xff\xfe\x00"), ("a.py", b""), ("a.py", b"import os, sys\nsys.exit(3)\n"),
    ("a.ipynb", notebook("import time")), ("a.ipynb", b"{"), ("a.ipynb", notebook("%%exercise bounded_buffer\ndef f(:"))])
def test_learners_file_is_at_fault(tmp_path, name, data):
    file = tmp_path / name
    file.write_bytes(data)
    code, found = check_json("bounded_buffer", file)
    assert code == 1 and found["score"] == 0
    first, *others = found["checks"]
    assert first["name"] == "loads" and first["outcome"] == "failed" and first["message"]
    assert others and all(check["outcome"] == "skipped" for check in others)
    assert "Traceback" not in course("check", "bounded_buffer", file).stdout


def test_report_on_a_notebook_without_the_cell_is_like_any_other(tmp_path):
    file, module = tmp_path / "a.ipynb", tmp_path / "a.py"
    file.write_bytes(notebook("import time"))
    module.write_bytes(b"def f(:\n")
    (_, without), (_, broken) = check_json("bounded_buffer", file), check_json("bounded_buffer", module)
    for found in (without, broken):
        del found["seconds"], found["checks"][0]["message"], found["checks"][0]["kind"]
    assert without == broken


# --- explore and replay ---------------------------------------------------------------------------------------------------

@pytest.fixture
def racy(tmp_path):
    file = tmp_path / "racy.py"
    file.write_text(RACY)
    return file


def test_explore_and_replay(racy):
    done = course("explore", racy, "--json")
    found = json.loads(done.stdout)
    assert list(found) == ["verdict", "kind", "message", "schedules", "steps", "seconds", "schedule"]
    assert done.returncode == 1 and found["verdict"] == "failed" and found["schedule"]
    again = json.loads(course("replay", racy, found["schedule"], "--json").stdout)
    assert (again["verdict"], again["message"]) == ("failed", found["message"])

    shown = course("explore", racy)
    assert shown.returncode == 1 and "✘ failed" in shown.stdout
    line = next(line for line in shown.stdout.splitlines() if line.startswith("To see it again: course replay "))
    assert line.endswith(found["schedule"]) or found["schedule"] in line
    replayed = course("replay", racy, found["schedule"])
    assert replayed.returncode == 1 and "count" in replayed.stdout


def test_explore_proves(racy):
    done = course("explore", racy, "--function", "safe", "--json")
    assert (done.returncode, json.loads(done.stdout)["verdict"]) == (0, "proved")
    assert "✔ proved" in course("explore", racy, "--function", "safe").stdout


def test_explore_gives_up_and_says_so(racy):
    done = course("explore", racy, "--function", "safe", "--max-schedules", "1", "--json")
    assert (done.returncode, json.loads(done.stdout)["verdict"]) == (0, "not_found")


@pytest.mark.parametrize("words", [["--function", "nobody"], ["--function", "threading"]])
def test_explore_without_the_function(racy, words):
    done = course("explore", racy, *words, "--json")
    assert (done.returncode, json.loads(done.stdout)["verdict"]) == (2, "error")
    assert words[1] in json.loads(done.stdout)["message"]


def test_replay_of_nonsense(racy):
    done = course("replay", racy, "no such schedule", "--json")
    assert (done.returncode, json.loads(done.stdout)["verdict"]) == (2, "error")
    assert json.loads(done.stdout)["message"]


# --- grade and release: tests/grading/ has the real round; here is what the command line makes of it -------------------------

def test_grade_of_an_unknown_assignment():
    refused(course("grade", "ch99_nothing"), "ch99_nothing")


def test_release_of_an_unknown_assignment():
    refused(course("release", "ch99_nothing"), "ch99_nothing")
