"""Pool, ThreadPool and multiprocessing.dummy on the machine behave as the real ones."""

import json
import random
import re
import subprocess
import sys
import types
from pathlib import Path

import pytest

from autograder.explore import explore
from autograder.explore.dpor import DPOR
from autograder.explore.explorer import Explorer, judge_plain
from autograder.explore.program import Program
from tests.explore import pool_life
from tests.explore.pool_snippets import HEAD, OUTCOMES, SNIPPETS
from tests.explore.test_dpor_sound import traces
from tests.explore.tiny import HEAD as TINY
from tests.explore.tiny_pools import LARGE


def plain(out):
    return [re.sub(r"0x[0-9a-f]+", "", repr(x)) for x in out]


def on_the_machine(source):
    """The ``out`` of every schedule; where a timeout of the real run might come too early, on a clock that lets it."""
    program = Program(source, "snippet.py", "snippet", trusted=True)
    seen = []

    def body():
        module = program.load()
        module.out = out = []
        seen.append(out)
        module.main()
    fair = "0.1)" not in source
    finding = Explorer(body, judge_plain, program="", files=("snippet.py",), fair=fair, max_schedules=1_000).explore()
    assert finding.verdict in ("proved", "not_found"), (finding.kind, finding.message)
    return [plain(out) for out in seen]


def as_program(body):
    """A snippet as the body of ``main``, so that it can be run again and again."""
    return "import re\n" + HEAD + "def main():\n" + "".join(f"    {line}\n" for line in body.strip().splitlines())


def for_real(source):
    module = types.ModuleType("snippet")
    exec(compile(source, "snippet.py", "exec"), module.__dict__)
    module.main()
    return plain(module.out)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("name", SNIPPETS)
def test_same_as_the_real_library(name):
    source = as_program(SNIPPETS[name])
    assert for_real(source) in on_the_machine(source)


# -- process pools -----------------------------------------------------------------------------------------------------

LIFE = Path(pool_life.__file__)


@pytest.fixture(scope="module")
def real_life():
    """What the programs give when real processes run them, by name."""
    done = subprocess.run([sys.executable, str(LIFE)], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def simulated_life(name):
    """What a program gives in each schedule."""
    program = Program(LIFE.read_text(encoding="utf-8"), str(LIFE), "pool_life_")
    given = []

    def body():
        given.append(json.loads(json.dumps(getattr(program.load(), name)())))
    finding = Explorer(body, judge_plain, program="", files=(str(LIFE),)).explore()
    assert (finding.verdict, finding.message) == ("proved", "")
    return given


@pytest.mark.parametrize("name", [f.__name__ for f in pool_life.PROGRAMS])
def test_process_pools_as_for_real(name, real_life):
    assert all(given == real_life[name][0] for given in simulated_life(name))


@pytest.mark.parametrize("name", [f.__name__ for f in pool_life.UNDETERMINED])
def test_what_real_processes_give_is_among_what_is_explored(name, real_life):
    given = simulated_life(name)
    assert all(real in given for real in real_life[name])


# -- what happens for real is among what is explored -------------------------------------------------------------------

RUNS = 40


@pytest.mark.parametrize("name", OUTCOMES)
def test_real_outcomes_are_among_the_explored_ones(name):
    source = as_program(OUTCOMES[name])
    explored = [re.sub("Thread-[0-9]+|-?[0-9]+ .worker", "", str(out)) for out in on_the_machine(source)]
    interval = sys.getswitchinterval()
    try:
        for run in range(RUNS):
            sys.setswitchinterval((1e-6, 1e-5, 5e-3)[run % 3])
            assert re.sub("Thread-[0-9]+|-?[0-9]+ .worker", "", str(for_real(source))) in explored
    finally:
        sys.setswitchinterval(interval)
    assert len(set(explored)) > 1 or name == "who does what"


# -- exploring ---------------------------------------------------------------------------------------------------------

class SomeChoices:
    """A seeded random walk, many times over."""

    redundant = False

    def __init__(self, runs=150):
        self.random = random.Random(1)
        self.runs = runs

    def begin(self):
        pass

    def choose(self, machine, enabled):
        return self.random.choice(enabled)

    def end(self, machine):
        self.runs -= 1
        return self.runs > 0


@pytest.mark.parametrize("fair", [False, True], ids=["adversarial", "fair"])
@pytest.mark.parametrize("name", LARGE)
def test_every_random_schedule_has_a_trace_that_was_explored(name, fair):
    program = Program(TINY + LARGE[name], f"{name}.py", "tiny")
    explored, schedules = traces(program, DPOR, fair)
    walked, _ = traces(program, SomeChoices, fair)
    assert walked.keys() <= explored.keys()
    assert schedules < 400


def result_of(body, **how):
    source = "import os, sys\nfrom multiprocessing import Pool\nfrom multiprocessing.pool import ThreadPool\n" + body
    return explore((Program(source, "f.py", "f", trusted=True), "main"), **how)


def test_a_map_in_processes_and_two_calls_in_threads_take_few_schedules():
    result = result_of("""
def square(x): return x * x
def main():
    with Pool(2) as p: assert p.map(square, [1, 2, 3]) == [1, 4, 9]
""")
    assert (result.verdict, result.schedules) == ("proved", 8)
    result = result_of("""
def square(x): return x * x
def main():
    with ThreadPool(2) as p:
        a, b = p.apply_async(square, (1,)), p.apply_async(square, (2,))
        assert a.get() + b.get() == 5
""")
    assert (result.verdict, result.schedules) == ("proved", 4)


FAILURES = {
    "a call that waits for its own pool": ("deadlock",
        "for the result of call 1 (outer), which Thread-1 (worker) has begun, and Thread-1 (worker) waits "
        "for the result of call 2 (inner), which no worker has begun", """
def inner(): pass
def main():
    p = ThreadPool(1)
    def outer(): p.apply(inner)
    p.apply(outer)
"""),
    "a result that is lost with its worker": ("deadlock",
        "for the result of call 1 (die), which was lost when SpawnPoolWorker-1 ended", """
def die(): os._exit(1)
def main():
    with Pool(1) as p: p.apply(die)
"""),
    "a pool that is terminated too early": ("deadlock",
        "for the result of map 1 (square), which will not come: the pool was terminated", """
def square(x): return x * x
def main():
    with Pool(2) as p: result = p.map_async(square, [1, 2])
    result.get()
"""),
    "an initializer that fails": ("livelock",
        "every worker of the pool ends before its first task, and the pool replaces them for ever", """
def bad(): raise KeyError
def main():
    with Pool(2, bad) as p: p.apply(int)
"""),
    "a callback that fails": ("exception", "(_handle_results) raises KeyError", """
def bad(x): raise KeyError
def main():
    with ThreadPool(1) as p: p.apply_async(int, callback=bad).get()
"""),
    "a callback that ends its thread": ("deadlock",
        "for the result of call 2 (int), which the pool's result handler does not set", """
def main():
    p = ThreadPool(1)
    p.apply_async(int, callback=sys.exit); p.apply_async(int).get()
"""),
    "an exception that cannot be unpickled": ("exception", "(_handle_results) raises TypeError", """
class Odd(Exception):
    def __init__(self, a, b): super().__init__("odd")
def odd(): raise Odd(1, 2)
def main():
    with Pool(1) as p: p.apply(odd)
"""),
}


@pytest.mark.parametrize("name", FAILURES)
def test_failures_are_told(name):
    kind, message, body = FAILURES[name]
    result = result_of(body)
    assert (result.verdict, result.kind) == ("failed", kind), result
    assert message in result.message
