"""A histogram in a shared array.

Goal: several processes add into one shared array, and no count is lost; an error ends the call without leaving a process
behind.  Bounds: two processes, up to three values, up to three bins.
"""

from autograder.checks.spec import Exercise, attempt, check, expect, expect_raises, reached, returned
from autograder.checks.watching import writes_per_process

EXERCISE = Exercise(
    title="A histogram in a shared array",
    provides=("histogram(values, bins, processes=2)",),
    hints=(
        "Where to look: `array[v] += 1` reads, adds and writes. Two processes with values in the same bin can both read before "
        "either writes.",
        "Which primitive: `multiprocessing.Array` brings a lock along: `get_lock()`. Hold it from the reading to the writing; or "
        "count in a list of the worker's own, and add that to the array under the lock at the end.",
        "A sketch: make a list of the values and refuse what is out of range before any process starts. Give each of the "
        "processes every n-th value and the array; each adds under the lock. Join them all and return the array as a list.",
    ),
)


def counted(m, values, bins, right, *processes):
    """histogram(values, bins, …), which must be ``right``."""
    call = f"histogram({values!r}, {bins}{''.join(f', {n}' for n in processes)})"
    got = attempt(call, m.histogram, values, bins, *processes)
    expect(type(got) is list, f"{call} returned {got!r}, which is no list")
    expect(got == right, f"{call} returned {got}, not {right}")


@check(points=3, promise="Values are integers in `range(bins)`; they are divided among the processes, which all add into one shared "
                         "`multiprocessing.Array`.")
def basics(explore):
    """Every value is counted once, in its bin, by processes that share the work; any iterable will do."""
    def scenario(values, bins, right, *processes):
        explore.once(lambda m: counted(m, values, bins, right, *processes))

    scenario([2, 0, 2], 3, [1, 0, 2])
    scenario([], 2, [0, 0])
    scenario([0, 1, 1, 0, 1], 2, [2, 3], 1)
    scenario((1,), 2, [0, 1], 3)
    scenario([0, 1, 2, 0, 1, 2, 0], 3, [3, 2, 2], 3)
    scenario([0, 1, 2, 1, 1], 3, [1, 3, 1], 4)

    def once_through(m):
        got = attempt("histogram of an iterator", m.histogram, iter([1, 0, 1]), 2)
        expect(got == [1, 2], f"histogram(iter([1, 0, 1]), 2) returned {got!r}, not [1, 2]: values may be any iterable, read once")
        counted(m, [1], 2, [0, 1])
    explore.once(once_through)

    def both_add(m):
        counted(m, [0, 0], 1, [2])
        if any(len(counts) > 1 for counts in writes_per_process("array").values()):
            reached()
    explore.possible(both_add, "histogram([0, 0], 1) never adds to one shared multiprocessing.Array from two processes: whatever the "
                     "order of events, the values are not divided among them")


@check(points=3, look="From the reading of a bin to its writing, what keeps the other process out?",
       promise="The processes all add into one shared `multiprocessing.Array`; no count is lost.")
def no_lost_update(explore):
    """Two processes add into one shared array at the same time, and no count is lost."""
    explore(lambda m: counted(m, [1, 1], 2, [0, 2]), max_schedules=800, samples=100)
    for values, bins, right, *processes in (([0, 1, 0, 1], 2, [2, 2]), ([0, 1, 1, 0], 2, [2, 2]), ([0, 0, 0], 1, [3], 3)):
        explore(lambda m: counted(m, values, bins, right, *processes), max_schedules=400, samples=100)


@check(points=2, promise="A value out of range is a `ValueError` in the caller, with no process left.",
       look="`-1` is an index that a list takes without complaint. And who joins the processes when something is wrong?")
def errors(explore):
    """A value out of range is a ValueError, and no process is left."""
    for values, bins in (([2], 2), ([-1], 2), ([0, 5], 2), ([5, 0], 2), ([0, 0, 0, -3], 2), ([0], 0)):
        def scenario(m):
            expect_raises(ValueError, m.histogram, values, bins, what=f"histogram({values}, {bins})")
            returned()
        explore(scenario, max_schedules=200, samples=50)

    def and_again(m):
        expect_raises(ValueError, m.histogram, iter([0, 2]), 2, what="histogram(iter([0, 2]), 2)")
        counted(m, [0, 1], 2, [1, 1])
    explore(and_again, max_schedules=100, samples=0)


@check(points=2, after=("no_lost_update", "errors"), real="processes",
       promise="It works under every start method, and no process is left.")
def real_processes(module):
    """In real processes, under every start method, nothing is lost or left behind."""
    values = [n * n % 7 for n in range(300)]
    got = module.histogram(values, 7, 3)
    try:
        refused = repr(module.histogram([0, 1, 7], 7))
    except ValueError:
        refused = None
    return {"got": got, "right": [values.count(n) for n in range(7)], "refused": refused}


@real_processes.judge
def _(data):
    expect(data["got"] == data["right"], f"the histogram of 300 values was {data['got']}, not {data['right']}")
    expect(data["refused"] is None, f"histogram([0, 1, 7], 7) returned {data['refused']}; it must raise ValueError")
