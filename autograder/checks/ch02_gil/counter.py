"""A counter for many threads.

Goal: adding is reading and writing; a lock makes one of the two.  A reading may come at any moment, and must make sense then.
Bounds: up to three threads, two calls each; one or two readings at once.
"""

import itertools
import threading

from autograder.checks.spec import Exercise, attempt, check, expect, gate, settle, spawn

EXERCISE = Exercise(
    title="A counter for many threads",
    provides=("Counter(start=0)", ".increment(amount=1)", ".decrement(amount=1)", ".value"),
    hints=(
        "Where to look: `self.n += amount` is three steps: read, add, write. What if another thread's three steps fall between "
        "two of yours?",
        "Which primitive: one `Lock` for each counter, made in `__init__`, held from the reading to the writing, in every "
        "method that changes the number.",
        "A sketch: increment: with the lock: number = number + amount. decrement: the same with minus. value: return the number.",
    ),
)

LOST = "Where does your code read the number, and where does it write it? What can happen between the two?"
MOMENT = "Write down the steps of one call. After each of them, what would a reading of `value` show?"


def number(counter, when):
    """counter.value, which must be an int."""
    got = attempt(f"reading `value` {when}", lambda: counter.value)
    expect(not callable(got), "`value` is a method, and it must be a property: `counter.value`, read without brackets, is the "
                              "number")
    expect(isinstance(got, int) and not isinstance(got, bool), f"`value` is {got!r} {when}; it must be an integer")
    return got


@check(points=2, promise="`Counter(start=0)`: `increment(amount=1)`, `decrement(amount=1)`, property `value`.")
def basics(explore):
    """One thread counts up and down, by one and by other amounts."""
    def scenario(m):
        counter = attempt("Counter()", m.Counter)
        due = 0
        shows(counter, due, "in a new Counter()")
        for name, arguments, keywords, change in (
                ("increment", (), {}, 1), ("increment", (5,), {}, 5), ("increment", (), {"amount": 2}, 2),
                ("decrement", (), {}, -1), ("decrement", (3,), {}, -3), ("decrement", (), {"amount": 2}, -2),
                ("decrement", (10,), {}, -10), ("increment", (0,), {}, 0), ("decrement", (0,), {}, 0), ("increment", (), {}, 1)):
            call = f"{name}({', '.join([*map(str, arguments), *(f'{k}={v}' for k, v in keywords.items())])})"
            attempt(call, getattr(counter, name), *arguments, **keywords)
            shows(counter, due + change, f"after {call} on a counter that stood at {due}")
            due += change

    def starts(m):
        for start in (0, 10, -3):
            counter = attempt(f"Counter({start})", m.Counter, start)
            shows(counter, start, f"in a new Counter({start})")
            counter = attempt(f"Counter(start={start})", lambda: m.Counter(start=start))
            counter.increment(4)
            shows(counter, start + 4, f"after increment(4) on a Counter(start={start})")

    def two(m):
        one, other = attempt("Counter(1)", m.Counter, 1), m.Counter()
        one.increment(10)
        other.increment(100)
        one.decrement()
        shows(one, 10, "after other calls on another counter: the two share their number")
        shows(other, 100, "after other calls on another counter: the two share their number")

    explore(scenario)
    explore(starts)
    explore(two)


class Slow(int):
    """A number whose addition takes until the gate opens: a machine can be that slow."""

    def __radd__(self, other):
        gate("the addition").wait()
        return other + int(self)


def shows(counter, due, when):
    got = number(counter, when)
    expect(got == due, f"`value` is {got} {when}; it must be {due}")


def perform(counter, changes):
    for change in changes:
        counter.increment(change) if change > 0 else counter.decrement(-change)


def called(changes):
    return ", ".join(f"increment({c})" if c > 0 else f"decrement({-c})" for c in changes)


@check(points=4, promise="No update is ever lost.", look=LOST)
def updates(explore):
    """Several threads count at once, and every call is in the result."""
    def at_once(*threads, start=0, default=False, readers=0):
        """Each of ``threads`` is a list of changes.  default: calls without arguments.  readers: threads that read meanwhile."""
        def scenario(m):
            counter = m.Counter(start)
            work = (lambda counter, _: counter.increment()) if default else perform
            workers = [spawn(work, counter, changes, name="thread") for changes in threads]
            for worker in workers + [spawn(lambda: counter.value, name="reader") for _ in range(readers)]:
                worker.join()
            due = start + sum(map(sum, threads))
            got = number(counter, "at the end")
            expect(got == due, f"a counter starts at {start}; {len(threads)} threads make these calls at once: "
                   f"{' | '.join(map(called, threads))}; afterwards `value` is {got}, not {due}")
        return scenario

    def waves(m):
        counter = m.Counter()
        for _ in range(3):
            spawn(perform, counter, [1, 1], name="thread").join()
            perform(counter, [1])
        got = number(counter, "at the end")
        expect(got == 9, "three threads, one after the other, and the main thread made nine calls of increment(1); `value` is "
                         f"{got}")

    def slowly(m):
        counter = m.Counter()
        first = spawn(counter.increment, Slow(2), name="a slow thread")
        settle()
        others = [spawn(counter.increment, 3, name="thread"), spawn(counter.decrement, name="thread")]
        settle()
        gate("the addition").open()
        for worker in (first, *others):
            worker.join()
        got = number(counter, "at the end")
        expect(got == 4, f"increment(2), increment(3) and decrement() were called at once; afterwards `value` is {got}, not 4")

    explore(slowly)
    explore(at_once([1], [1], default=True))
    explore(at_once([2], [3], start=5))
    explore(at_once([3], [-2]))
    explore(at_once([-1], [-1], start=2))
    explore(at_once([1], [2], [-4]))
    explore(at_once([1, 1], [1, 1]))
    explore(at_once([1, -1], [2]))
    explore(at_once([1], [2], readers=1))
    explore(waves)


@check(points=3, look=MOMENT,
       promise="`value` is `start` plus the calls that finished before the reading began plus some, whole, of those running "
               "during it.")
def reading(explore):
    """A reading at any moment shows all finished calls, and of those that are running some, whole."""
    def during(*threads, start=0, before=(), readings=1):
        """before: changes made and finished before the threads and the reading begin."""
        def scenario(m):
            counter = m.Counter(start)
            perform(counter, before)
            logs = [([], []) for _ in threads]          # the calls of each that have begun, and that have ended
            workers = [spawn(work, counter, changes, *log, name=f"thread {i + 1}")
                       for i, (changes, log) in enumerate(zip(threads, logs))]
            for _ in range(readings):
                ended = [list(ended) for _, ended in logs]
                got = number(counter, "while others count")
                begun = [list(begun) for begun, _ in logs]
                sure = [*before, *itertools.chain(*ended)]
                running = [change for b, e in zip(begun, ended) for change in b[len(e):]]
                expect(possible(got - start - sum(sure), running), f"`value` was {got}: {tell(start, sure, running)}")
            for worker in workers:
                worker.join()
        return scenario

    def two_readers(change):
        """Two readings at once, after one call and during another, if there is one."""
        def scenario(m):
            counter = m.Counter()
            counter.increment(7)
            readers = [spawn(lambda: counter.value, name=f"reader {i + 1}") for i in range(2)]
            perform(counter, change)
            for reader in readers:
                got = reader.join()
                expect(possible(got - 7, change), f"increment(7) had finished before two readings began at once; {reader.name} "
                       f"got {got}: {tell(0, [7], change)}")
            got = number(counter, "at the end")
            expect(got == 7 + sum(change), f"after {called([7, *change])} and two readings at once, `value` is {got}")
        return scenario

    def work(counter, changes, begun, ended):
        for change in changes:
            begun.append(change)
            perform(counter, [change])
            ended.append(change)

    explore(two_readers([]))
    explore(two_readers([-2]))
    explore(during([5]))
    explore(during([5], before=(10, -1), start=100))
    explore(during([-4], start=2))
    explore(during([2], [-30], start=7))
    explore(during([2, 30]))
    explore(during([2, 30], readings=2))
    explore(during([-2, 30], [100]))


def possible(rest, running):
    """Is ``rest`` the sum of some of the changes ``running``?"""
    return any(sum(some) == rest for n in range(len(running) + 1) for some in itertools.combinations(running, n))


def tell(start, ended, running):
    return (f"the counter started at {start}; " + (f"finished before the reading began: {called(ended)}; " if ended else
            "no call had finished before the reading began; ")
            + (f"running during it: {called(running)}" if running else "no call was running during it"))


@check(points=1, after=("basics", "updates", "reading"), real=True,
       promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, four threads count up and down two hundred times, in two waves; readings in between make sense."""
    counter = module.Counter(5)
    values, seen = [], []
    for _ in range(2):
        start = threading.Barrier(5)
        done = []

        def work():
            start.wait()
            for _ in range(200):
                counter.increment(3)
                counter.decrement(2)
            done.append(1)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        start.wait()
        for _ in range(50):
            seen.append(counter.value)
        for thread in threads:
            thread.join()
        del thread, threads
        values.append(counter.value)
    return {"values": values, "lowest": min(seen), "highest": max(seen)}


@real_threads.judge
def _(data):
    expect(data["values"] == [805, 1605], f"a counter started at 5; twice, four threads added 200 in all each: then `value` was "
           f"{data['values'][0]} and {data['values'][1]}, not 805 and 1605")
    expect(data["lowest"] >= 5 and data["highest"] <= 1605 + 12, f"while they counted, readings went from {data['lowest']} to "
           f"{data['highest']}")
