"""ProcessPoolExecutor on the machine behaves as the real one under spawn."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.explore import explore
from autograder.explore.explorer import Explorer, judge_plain
from autograder.explore.program import Program
from tests.explore import executor_life

SOURCE = Path(executor_life.__file__)


@pytest.fixture(scope="module")
def real():
    """What the programs give when real processes run them, by name."""
    done = subprocess.run([sys.executable, str(SOURCE)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def simulated(name):
    """(what the program gives in each schedule, the Finding)."""
    program = Program(SOURCE.read_text(encoding="utf-8"), str(SOURCE), "executor_life_", trusted=True)
    given = []

    def body():
        given.append(json.loads(json.dumps(getattr(program.load(), name)())))
    finding = Explorer(body, judge_plain, program="", files=(str(SOURCE),), max_schedules=SCHEDULES, samples=0).explore()
    return given, finding


SCHEDULES = 300     # enough to prove most of them; what all of them give must be the same anyway


@pytest.mark.parametrize("name", [f.__name__ for f in executor_life.PROGRAMS])
def test_as_for_real(name, real):
    given, finding = simulated(name)
    assert finding.verdict in ("proved", "not_found"), finding.message
    assert all(g == real[name] for g in given), given[0]


HEAD = """
import os
from concurrent.futures import *
total = 0
def add(x):
    global total
    total += x
    return total
def die(): os._exit(1)
"""


def result_of(body):
    return explore((Program(HEAD + body, "p.py", "p", trusted=True), "main"))


def test_a_global_is_not_shared_with_the_workers():
    assert result_of("""
def main():
    with ProcessPoolExecutor(2) as pool: pool.submit(add, 1).result(), pool.submit(add, 2).result()
    assert total == 0
""").verdict == "proved"


def test_whether_one_worker_runs_both_calls_is_open():
    result = result_of("""
def main():
    with ProcessPoolExecutor(2) as pool: assert list(pool.map(add, [1, 2])) == [1, 2]
""")
    assert (result.verdict, result.kind) == ("failed", "wrong_result")
    assert result_of("""
def main():
    with ProcessPoolExecutor(2) as pool: assert list(pool.map(add, [1, 2])) in ([1, 2], [1, 3], [3, 2])
""").verdict == "proved"


def test_a_call_that_kills_its_worker_fails_the_calls_that_wait():
    result = result_of("""
def main():
    with ProcessPoolExecutor(1) as pool:
        pool.submit(die)
        assert pool.submit(add, 1).result() == 1
""")
    assert (result.verdict, result.kind) == ("failed", "exception") and "BrokenProcessPool" in result.message, result


def test_cancelling_may_come_before_the_call_is_fetched_or_after():
    for expected in ("True", "False"):
        assert result_of(f"""
def main():
    with ProcessPoolExecutor(1) as pool:
        pool.submit(add, 1)
        assert pool.submit(add, 1).cancel() is {expected}
""").kind == "wrong_result"


def test_a_callback_that_waits_for_the_next_result_is_stuck():
    result = result_of("""
def main():
    with ProcessPoolExecutor(2) as pool:
        first, second = pool.submit(add, 1), pool.submit(add, 2)
        first.add_done_callback(lambda f: second.result())
""")
    assert result.kind == "deadlock" and "for the result of call 2 (add)" in result.message, result


def test_two_workers_and_two_calls_are_proved_in_few_schedules():
    result = result_of("""
def main():
    with ProcessPoolExecutor(2) as pool: assert sorted(pool.map(abs, [-1, -2])) == [1, 2]
""")
    assert result.verdict == "proved" and result.schedules <= 10, result
