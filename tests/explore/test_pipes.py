"""Pipes and process queues on the machine behave as real ones; and what real ones give is among what exploring finds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.explore import explore
from autograder.explore.explorer import Explorer, judge_plain
from autograder.explore.program import Program
from tests.explore import mpqueue_life, pipe_life, pipe_outcomes


def outcomes(module, name):
    """(what the program gives in each schedule, the Finding)."""
    source = Path(module.__file__)
    program = Program(source.read_text(encoding="utf-8"), str(source), source.stem + "_")
    given = []

    def body():
        given.append(json.loads(json.dumps(getattr(program.load(), name)())))
    finding = Explorer(body, judge_plain, program="", files=(str(source),)).explore()
    return given, finding


def really(module):
    """What its programs give when real processes and threads run them, by name."""
    done = subprocess.run([sys.executable, module.__file__], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.fixture(scope="module")
def real():
    return {**really(pipe_life), **really(mpqueue_life)}


@pytest.fixture(scope="module")
def real_outcomes():
    return really(pipe_outcomes)


@pytest.mark.parametrize("module, name", [(m, f.__name__) for m in (pipe_life, mpqueue_life) for f in m.PROGRAMS])
def test_as_for_real(module, name, real):
    given, finding = outcomes(module, name)
    assert (finding.verdict, finding.message) == ("proved", "")
    assert all(g == real[name] for g in given), given[0]


@pytest.mark.parametrize("name", [f.__name__ for f in pipe_outcomes.PROGRAMS])
def test_what_really_happens_is_found(name, real_outcomes):
    given, finding = outcomes(pipe_outcomes, name)
    assert finding.verdict == "proved", finding.message
    for outcome in real_outcomes[name]:
        assert outcome in given


@pytest.mark.parametrize("name, expected", pipe_outcomes.POSSIBLE.items())
def test_every_possible_outcome_is_found_and_no_other(name, expected):
    given, finding = outcomes(pipe_outcomes, name)
    assert finding.verdict == "proved", finding.message
    assert sorted(map(str, {json.dumps(g): g for g in given}.values())) == sorted(map(str, expected))


HEAD = "import multiprocessing as mp, os\n"
SIMPLE = HEAD + """
def f(queue): queue.get()
def main():
    queue = mp.SimpleQueue()
    child = mp.Process(target=f, args=(queue,))
    child.start()
    child.kill()
    child.join()
    queue.put(1)
    queue.get()
"""
DEADLOCKS = {
    "nobody puts": (HEAD + "def main(): mp.SimpleQueue().get()", "for an item in queue, which is empty"),
    "reader killed": (SIMPLE, "whose lock for reading was held by"),
    "writer killed": (SIMPLE.replace("def f(queue): queue.get()", "def f(queue): queue.put(0)").replace("    queue.get()\n", ""),
                      "whose lock for writing was held by"),
}


@pytest.mark.parametrize("name", DEADLOCKS)
def test_deadlock_says_what_is_waited_for(name):
    source, message = DEADLOCKS[name]
    result = explore((Program(source, "program.py", "program"), "main"))
    assert (result.verdict, result.kind) == ("failed", "deadlock")
    assert message in result.message


def test_what_is_inside_a_queue_is_refused():
    source = HEAD + "def main(): mp.Queue()._writer.close()"
    result = explore((Program(source, "program.py", "program"), "main"))
    assert result.verdict != "proved"
    assert "_writer" in result.message


def test_who_waits_for_a_queue_or_a_death_sees_both():
    source = HEAD + """
from multiprocessing.connection import wait
def child(q, dies):
    if not dies: q.put(1)
def main():
    for dies in (True, False):
        q = mp.Queue()
        p = mp.Process(target=child, args=(q, dies))
        p.start()
        ready = wait([q._reader, p.sentinel])
        assert ready and (not dies or ready == [p.sentinel])
        if not dies: assert q.get() == 1
        p.join()
"""
    assert explore((Program(source, "program.py", "program"), "main")).verdict == "proved"
