"""DPOR finds exactly the happens-before traces that trying every choice at every point finds."""

from importlib import import_module
from pathlib import Path

import pytest

from autograder.explore.dpor import DPOR
from autograder.explore.explorer import Explorer, judge_plain
from autograder.explore.program import Program
from autograder.machine import Machine, Restart
from tests.explore.tiny import HEAD

PROGRAMS = {}           # those of every file tiny*.py beside this one
for path in sorted(Path(__file__).parent.glob("tiny*.py")):
    more = import_module(f"tests.explore.{path.stem}").PROGRAMS
    assert not PROGRAMS.keys() & more.keys()
    PROGRAMS.update(more)


class EveryChoice:
    """Plain depth-first search: the oracle."""

    redundant = False

    def __init__(self):
        self.stack = []

    def begin(self):
        self.position = 0

    def choose(self, machine, enabled):
        ids = sorted(t.id for t in enabled)
        if self.position == len(self.stack):
            self.stack.append([ids, 0])
        ids, index = self.stack[self.position]
        self.position += 1
        return next(t for t in enabled if t.id == ids[index])

    def end(self, machine):
        while self.stack:
            top = self.stack[-1]
            top[1] += 1
            if top[1] < len(top[0]):
                return True
            self.stack.pop()
        return False


def traces(program, strategy, fair, limit=60_000):
    """The set of happens-before traces, each with how its run ended."""
    probing, sites = False, set()
    while True:
        found, runs = {}, 0
        fresh = strategy()
        try:
            while True:
                fresh.begin()
                machine = Machine(fresh, fair=fair, probing=probing, sites=sites, max_steps=400)
                machine.run(lambda: program.load().main())
                if not getattr(fresh, "redundant", False):
                    runs += 1
                    outcome = judge_plain(machine)
                    # an exception ends a run early, and exploring with it: only that it is found matters
                    early = outcome.kind not in ("", "deadlock", "lost_wakeup")
                    found[outcome.message if early else canonical(machine)] = (outcome.kind, outcome.message)
                assert runs < limit, "too large for the oracle"
                if not fresh.end(machine):
                    return found, runs
        except Restart as why:
            probing = probing or type(why) is not Restart


def canonical(machine):
    """A run's trace up to the order of what does not depend on each other."""
    local, names = {}, {}
    events = [e for e in machine.events if e.operation.kind not in ("join", "flush") or e.operation.touches]  # an event only if it waits
    for event in events:
        number = local[event.task.id] = local.get(event.task.id, 0) + 1
        names[event.index] = (task_name(event.task), number)
    result = set()
    for event in events:
        past = frozenset(names[i] for i in range(event.index) if event.past >> i & 1 and i in names)
        result.add((names[event.index], event.operation.kind, past))
    blocked = frozenset((task_name(t), t.pending.kind) for t in machine.alive if t.pending)
    return frozenset(result), blocked, machine.failure is not None


def task_name(task):
    return task.name


@pytest.mark.parametrize("fair", [False, True], ids=["adversarial", "fair"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_same_traces_as_every_choice(name, fair):
    program = Program(HEAD + PROGRAMS[name], f"{name}.py", "tiny")
    expected, runs = traces(program, EveryChoice, fair)
    found, schedules = traces(program, DPOR, fair)
    assert found.keys() == expected.keys()
    assert set(found.values()) == set(expected.values())
    assert not {kind for kind, _ in found.values()} & {"forbidden", "error"}, "nothing is compared where the program is refused"
    assert schedules <= runs


def test_workers_in_another_order_get_the_same_verdict():
    body = """
def main():
    c = threading.Condition(); box = Box(); box.n = 0
    def f():
        with c:
            if box.n == 0: c.wait()
            assert box.n > 0
            box.n -= 1
    def g():
        with c:
            box.n += 1
            c.notify()
    run(ORDER)
"""
    for order in ("f, f, g, g", "g, g, f, f", "g, f, g, f", "f, g, g, f"):
        program = Program(HEAD + body.replace("ORDER", order), "order.py", "order")
        finding = Explorer(lambda: program.load().main(), judge_plain, program=program.digest,
                           files=("order.py",)).explore()
        assert (finding.verdict, finding.kind) == ("failed", "wrong_result"), order
