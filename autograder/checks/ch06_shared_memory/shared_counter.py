"""A counter in shared memory.

Goal: see that ``value += 1`` on shared memory is three steps, and that each of them needs the lock.  Bounds: up to three
processes with up to two increments each.
"""

from autograder.checks.spec import Exercise, attempt, check, expect, reached
from autograder.checks.watching import shared_accesses, writes_per_process

EXERCISE = Exercise(
    title="A counter in shared memory",
    provides=("count(processes, increments)",),
    hints=(
        "Where to look: `value.value += 1` reads, adds and writes. What happens when two processes have both read before either "
        "writes?",
        "Which primitive: `multiprocessing.Value` brings a lock along: `get_lock()`. Its own accesses take that lock one at a "
        "time, which is not enough: it must be held from the reading to the writing.",
        "A sketch: the worker, at module level: for each increment: with value.get_lock(): value.value += 1. count: make the "
        "Value, start the processes with it as an argument, join them all, return value.value.",
    ),
)

PROMISE = "No update is lost."


def counted(m, processes, increments):
    """count(processes, increments), which must be the product."""
    call = f"count({processes}, {increments})"
    got = attempt(call, m.count, processes, increments)
    expect(type(got) is int, f"{call} returned {got!r}, which is no int")
    expect(got == processes * increments, f"{call} returned {got}, not {processes * increments}")


@check(points=2, promise="`processes` processes each add 1, `increments` times. Returns the final value.")
def basics(explore):
    """count returns the product of processes and increments, every time it is called."""
    def scenario(m):
        counted(m, 1, 1)
        counted(m, 1, 3)

    explore(scenario)
    explore.once(lambda m: counted(m, 2, 1))


@check(points=4, promise=PROMISE,
       look="Which lock is held from the reading of the value to the writing, and is it the same one in every process?")
def no_lost_update(explore):
    """Whatever the processes do at the same time, no update is lost."""
    for processes, increments in ((2, 1), (3, 1), (2, 2)):
        explore(lambda m: counted(m, processes, increments), max_schedules=400, samples=100)


@check(points=2, look="The lock belongs around one increment: inside the loop, not around it.",
       promise="Each process adds 1, `increments` times, one at a time (read, add, write on the shared value; the lock is not kept "
               "from one to the next).")
def one_at_a_time(explore):
    """Each increment is a step of its own on the shared Value, in a process of its own, and others may come between."""
    def each_one(m):
        counted(m, 2, 2)
        writes = writes_per_process("value")
        expect(writes, "no child process has written to a shared multiprocessing.Value", look="The processes are to add to a Value.")
        counts = max(writes.values(), key=lambda each: sum(each.values()))
        shares = " and ".join(str(n) for n in sorted(counts.values()))
        expect(sorted(counts.values()) == [2, 2], f"count(2, 2): the child processes wrote to the shared value {shares} times; it must be 2 "
               "and 2: two processes that each add 1 two times")

    def between(m):
        counted(m, 2, 2)
        order = [(process, which) for process, how, which in shared_accesses("value") if how == "writes" and process]
        for which in {which for _, which in order}:
            writers = [process for process, one in order if one == which]
            if len(writers) == 4 and (writers[1] != writers[0] and writers[2] != writers[1] or writers[1] == writers[2] != writers[0]):
                reached()

    explore(each_one, max_schedules=200, samples=0)
    explore.possible(between, "no other process ever adds between two increments of one process: the lock is kept from one to the "
                     "next", kind="overlap")


@check(points=2, after=("no_lost_update", "one_at_a_time"), real="processes",
       promise="It works under every start method, and no process is left.")
def real_processes(module):
    """In real processes, under every start method, nothing is lost or left behind."""
    return [module.count(3, 100), module.count(1, 7)]


@real_processes.judge
def _(data):
    for call, got, right in zip(("count(3, 100)", "count(1, 7)"), data, (300, 7), strict=True):
        expect(type(got) is int and got == right, f"{call} returned {got!r}, not {right}")
