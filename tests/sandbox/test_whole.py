"""The sandbox with the true explorer and checks in it."""

from pathlib import Path

from autograder import sandbox

SUBMISSIONS = Path(__file__).parents[1] / "submissions" / "ch10_semaphores" / "bounded_buffer"
RACY = """
import threading

n = 0

def add():
    global n
    n = n + 1

def main():
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert n == 2
"""


def test_a_race_is_found_and_replayed(any_kind, tmp_path):
    program = tmp_path / "racy.py"
    program.write_text(RACY)
    found = sandbox.explore_file(program, sandbox=any_kind)
    assert (found["verdict"], found["kind"]) == ("failed", "race")
    again = sandbox.replay_file(program, found["schedule"], sandbox=any_kind)
    assert (again["verdict"], again["kind"], again["trace"]) == ("failed", "race", found["trace"])


def test_what_cannot_be_explored_is_said(tmp_path):
    program = tmp_path / "racy.py"
    program.write_text(RACY)
    assert sandbox.explore_file(program, "nope")["message"] == "racy.py has no function nope(): name another one with --function"
    assert sandbox.replay_file(program, "nonsense")["verdict"] == "error"


def test_a_submission_gets_the_same_report_in_every_sandbox(any_kind):
    source = (SUBMISSIONS / "right_textbook.py").read_bytes()
    report = sandbox.check_source("bounded_buffer", source, sandbox=any_kind)
    assert report["score"] == report["max_score"] > 0
    wrong = sandbox.check_source("bounded_buffer", (SUBMISSIONS / "wrong_lock_order.py").read_bytes(), sandbox=any_kind)
    assert 0 < wrong["score"] < report["max_score"]
    assert "deadlock" in {check["kind"] for check in wrong["checks"]}
