"""The search with few preemptions: it finds what needs few, and explores exactly the schedules with no more than its bound."""

import pytest

from autograder.explore import explore
from autograder.explore.bounded import Bounded, gives_way
from autograder.explore.explorer import Explorer, choices_of, judge_plain
from autograder.explore.pct import PCT
from autograder.explore.program import Program
from autograder.machine import Restart
from tests.explore.test_dpor_sound import EveryChoice, traces
from tests.explore.test_programs import FOLDER, RACY, expected_kinds
from tests.explore.tiny import HEAD, PROGRAMS

RUNS = 20_000


class FewPreemptions(EveryChoice):
    """The oracle: every choice at every point, as long as a schedule has at most ``most`` preemptions."""

    def __init__(self, most):
        super().__init__()
        self.most = most

    def begin(self):
        super().begin()
        self.preemptions = 0

    def choose(self, machine, enabled):
        current = machine.current
        busy = current in enabled and not gives_way(current.pending)
        allowed = [current] if busy and self.preemptions == self.most else enabled
        task = super().choose(machine, allowed)
        self.preemptions += busy and task is not current
        return task


@pytest.mark.parametrize("most", [0, 1, 2])
@pytest.mark.parametrize("fair", [False, True], ids=["adversarial", "fair"])
@pytest.mark.parametrize("name", PROGRAMS)
def test_exactly_the_traces_with_so_few_preemptions(name, fair, most):
    program = Program(HEAD + PROGRAMS[name], f"{name}.py", "tiny")
    expected, runs = traces(program, lambda: FewPreemptions(most), fair)
    searches = []

    def bounded():
        searches.append(Bounded(RUNS, most))
        return searches[-1]

    found, schedules = traces(program, bounded, fair)
    assert found.keys() == expected.keys()
    assert set(found.values()) == set(expected.values())
    assert schedules <= runs
    assert searches[-1].bound == most or not searches[-1].cut


@pytest.mark.parametrize("name", RACY)
def test_two_preemptions_are_enough_to_find_the_bug(name):
    path = FOLDER / "racy" / f"{name}.py"
    result = explore((path, "main"), max_schedules=0, bounded=RUNS, samples=0)
    assert result.verdict == "failed" and result.kind in expected_kinds(path), result
    assert result.schedules < 500
    assert result.schedule == explore((path, "main"), max_schedules=0, bounded=RUNS, samples=0).schedule


LARGE = HEAD + """
def main():
    items = []
    def work():
        for i in range(6): items.append(i)
    run(work, work, work)
"""


@pytest.fixture(scope="module")
def large():
    return Program(LARGE, "large.py", "large", trusted=True), "main"


@pytest.mark.parametrize("bounded, bound, words", [
    (3, None, "there are more than were tried"),
    (20, 0, "all without a preemption were explored"),
    (500, 1, "all with at most 1 preemption were explored"),
    (RUNS, 2, "all with at most 2 preemptions were explored"),
])
def test_the_verdict_says_up_to_which_bound_it_holds(large, bounded, bound, words):
    result = explore(large, max_schedules=5, bounded=bounded, samples=7)
    assert (result.verdict, result.bound) == ("not_found", bound)
    assert words in result.headline() and "proved" not in result.headline()


def test_a_program_without_a_schedule_beyond_the_bound_is_proved():
    source = HEAD + """
def main():
    box = Box(); box.n = 0
    def f(): box.n = 1
    run(f, f)
"""
    result = explore((Program(source, "small.py", "small", trusted=True), "main"), max_schedules=0, samples=1)
    assert (result.verdict, result.bound) == ("proved", None)


def test_no_bound_is_claimed_where_a_task_spins():
    source = HEAD + """
def main():
    seen = []
    def spin():
        while not seen: pass
    def see(): seen.append(1)
    run(spin, see)
"""
    result = explore((Program(source, "spin.py", "spin", trusted=True), "main"), max_schedules=5, samples=5, bounded=50)
    assert (result.verdict, result.bound) == ("not_found", None)


# -- random search -------------------------------------------------------------------------------------------------

def hits(source, depth, schedules):
    """How many of so many random schedules fail, and the schedules themselves."""
    program = Program(HEAD + source, "sampled.py", "sampled", trusted=True)
    found, made = 0, []
    explorer = Explorer(lambda: program.load().main(), judge_plain, program="", files=())
    while True:
        try:
            strategy = PCT(schedules, depths=(depth,))
            found, made, more = 0, [], True
            while more:
                strategy.begin()
                machine = explorer._run(strategy, explorer.sites)
                made.append(choices_of(machine))
                found += bool(explorer.judge(machine).kind)
                more = strategy.end(machine)
            return found, made
        except Restart:
            pass


# One step has to come before another (depth 1); a step has to come between two others (2), and so again (3).
ORDER = """
def main():
    box = Box(); box.ready = False
    def f():
        for _ in range(5): box.ready
        assert box.ready
    def g():
        box.ready = True
    run(f, g)
"""
ATOMICITY = """
def main():
    box = Box(); box.n = 0
    def f():
        for _ in range(5): box.n
        n = box.n
        box.n = n + 1
        for _ in range(5): box.n
    run(f, f)
    assert box.n == 2
"""
TWICE = """
def main():
    box = Box(); box.a = box.b = box.seen = 0
    def f():
        for _ in range(3): box.a
        a = box.a
        b = box.b
        assert (a, b) != (1, 2)
    def g():
        for _ in range(3): box.b
        box.a = 1
        box.b = 1
        box.b = 2
        box.a = 3
    run(f, g)
"""


@pytest.mark.parametrize("source, depth", [(ORDER, 1), (ATOMICITY, 2), (TWICE, 3)])
def test_random_schedules_hit_as_often_as_is_promised(source, depth):
    """The bound of Burckhardt et al.: 1 / (tasks * steps ** (depth - 1))."""
    found, made = hits(source, depth, 600)
    steps = max(map(len, made))
    assert found >= 600 / (3 * steps ** (depth - 1))
    assert len(set(made)) > depth


def test_random_schedules_are_the_same_each_time():
    assert hits(ATOMICITY, 3, 50) == hits(ATOMICITY, 3, 50)
