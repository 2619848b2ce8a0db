"""A map over a process pool in which no failure stops the rest.

Goal: catch the exception where the call is made, send it home as a value, and end the pool on return.
Bounds: up to two workers and three calls at once; up to nine items one after the other.
"""

import os
from functools import partial

from autograder.checks.failure import unexpected
from autograder.checks.spec import Exercise, attempt, check, expect, fail, gate, reached, settle, spawn
from autograder.machine import machine

EXERCISE = Exercise(
    title="A map that settles every call",
    provides=("map_settled(function, items, processes=2)",),
    hints=(
        "Where to look: `pool.map` raises the first exception it meets, and the results of all the other calls are gone. What "
        "can be done about an exception in the worker itself, before the pool sees it?",
        "Which primitive: a function of your own at module level that calls `function(item)` in a `try` and returns a tuple "
        "either way. `functools.partial` ties it to `function` and can be pickled; a nested function or a lambda can not. A "
        "`with Pool(…)` block ends its workers.",
        "A sketch: settle(function, item): try: return (\"ok\", function(item)), except Exception as error: return (\"error\", "
        "error). map_settled: with Pool(processes) as pool: return pool.map(partial(settle, function), items).",
    ),
)


GATE = "the examiner's gate"


# -- what is called in the workers -------------------------------------------------------------------------------------

class Refused(Exception):
    """An exception with something to carry home."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


def double(number):
    return number * 2


def same(value):
    return value


def nothing(value):
    return None


def power(base, exponent):
    return base ** exponent


def choosy(item):
    """Raises what it is asked to raise; returns anything else as it is."""
    if item == "stop":
        raise StopIteration(item)
    if item == "refuse":
        raise Refused(7)
    if item == "key":
        raise KeyError("no such key")
    if item == "time":
        raise TimeoutError("too late")
    if item == "empty":
        raise ValueError()
    return ValueError("only a value") if item == "returned" else ("error", item) if item == "pair" else item


def held(item):
    """Waits until the examiner has counted the calls that are under way."""
    gate(GATE).wait()
    return item


def refuse_late(item):
    gate(GATE).wait()
    raise Refused(7)


def pid(item):
    if item == "raise":
        raise ValueError(item)
    return os.getpid()


# -- judging what came back --------------------------------------------------------------------------------------------

def settled(m, function, items, *processes):
    given = items if isinstance(items, list) else "a generator"
    return attempt(f"map_settled({getattr(function, '__name__', 'a partial')}, {shown(given)})", m.map_settled, function, items,
                   *processes)


def shown(what):
    text = repr(what)
    return text if len(text) < 120 else text[:100] + "…"


def expect_settled(got, wanted, what):
    """wanted: a list of (kind, value), an exception standing for one of its type and with its arguments."""
    expect(isinstance(got, list), f"{what} returned {shown(got)}: that is no list but a {type(got).__name__}")
    for entry in got:
        expect(isinstance(entry, tuple) and len(entry) == 2, f"{what} returned a list with {shown(entry)} in it; "
               "each entry is a tuple (\"ok\", value) or (\"error\", exception)")
    expect(len(got) == len(wanted), f"{what} returned {len(got)} results for {len(wanted)} items: {shown(got)}")
    for number, ((kind, value), (due, right)) in enumerate(zip(got, wanted)):
        expect(kind == due and alike(value, right), f"{what} gave {shown((kind, value))} for item {number}; it must be "
               f"{shown((due, right))}")


def alike(value, right):
    if isinstance(right, BaseException):
        return type(value) is type(right) and value.args == right.args and vars(right).items() <= vars(value).items()
    return type(value) is type(right) and value == right


def open_when_all_wait():
    settle()
    gate(GATE).open()


def inside():
    """The numbers of the processes in which a call waits at the gate, one for each call."""
    return [task.space.number for task in machine().alive if task.pending is not None and task.pending.kind == "pass"]


@check(points=3, promise="For each item, in order, (\"ok\", value). Waiting means blocking on a primitive.",
       look="Each result belongs to the item at the same place. Items may be any iterable, equal to each other, or not hashable.")
def basics(explore):
    """Each item gives ("ok", value), in the order of the items, whatever the iterable and the values."""
    def waits(m):
        spawn(open_when_all_wait, name="examiner")
        expect_settled(settled(m, held, ["x"], 1), [("ok", "x")], "map_settled(held, ['x'], 1)")

    def some(m):
        expect_settled(settled(m, double, [3, 1, 2]), [("ok", 6), ("ok", 2), ("ok", 4)], "map_settled(double, [3, 1, 2])")

    def none(m):
        expect_settled(settled(m, double, []), [], "map_settled(double, [])")
        expect_settled(settled(m, double, iter(())), [], "map_settled(double, an empty iterator)")

    def any_iterable(*items):
        def scenario(m):
            got = settled(m, same, (item for item in items), 1)
            expect_settled(got, [("ok", item) for item in items], f"map_settled(same, {list(items)} one by one, processes=1)")
        return scenario

    def no_results(m):
        expect_settled(settled(m, nothing, ["a", "b"], 3), [("ok", None)] * 2, "map_settled(nothing, ['a', 'b'], processes=3)")

    def other_callables(m):
        expect_settled(settled(m, partial(power, 2), [3]), [("ok", 8)], "map_settled(partial(power, 2), [3])")
        expect_settled(settled(m, len, {"ab": 1}.keys(), 1), [("ok", 2)], "map_settled(len, the keys of {'ab': 1}, processes=1)")

    def large_ones(m):
        items = [letter * 100_000 for letter in (b"x", b"y", b"z")]
        got = settled(m, same, items, 1)
        expect(got == [("ok", item) for item in items], f"three large items that the function hands back came back as "
                                                        f"{shown(got)}")

    for scenario in (waits, some, none, any_iterable(1, True, 1.0, 1), any_iterable(None, [], 0, [2]),
                     any_iterable("", ("error", 2), ("ok",)), no_results, other_callables, large_ones):
        explore(scenario, leaks=False, max_schedules=600, samples=50)


@check(points=3, look="Catch the exception in the worker, around the one call that it belongs to; then it is an ordinary value.",
       promise="(\"error\", exception) for a call that raises; one failing call stops no other. A returned exception object is a "
               "value.")
def errors(explore):
    """A call that raises gives ("error", exception), stops no other, and a returned exception is a value."""
    def case(items, *processes):
        def scenario(m):
            raised = {"stop": StopIteration("stop"), "refuse": Refused(7), "key": KeyError("no such key"),
                      "time": TimeoutError("too late"), "empty": ValueError()}
            wanted = [("error", raised[item]) if item in raised else ("ok", choosy(item)) for item in items]
            expect_settled(settled(m, choosy, items, *processes), wanted, f"map_settled(choosy, {items})")
        return scenario

    def late(m):
        spawn(open_when_all_wait, name="examiner")
        expect_settled(settled(m, refuse_late, [1], 1), [("error", Refused(7))], "map_settled(refuse_late, [1], 1)")

    for scenario in (late, case(["refuse", "a"]), case(["a", "stop", "b"]), case(["refuse", "refuse", 5]),
                     case(["returned", "pair"], 1),
                     case(["stop", "empty", "refuse", ""], 1), case(["key", "time", "stop", "z"], 1)):
        explore(scenario, leaks=False, max_schedules=600, samples=50)


@check(points=2, look="How many processes does the call start, and who waits for their end? What runs in a thread is no process.",
       promise="Runs on a process pool of `processes` workers, which has ended on return.")
def pool(explore):
    """The calls run in `processes` worker processes, which have ended when map_settled returns."""
    def examine(processes, least):
        settle()
        calls = inside()
        if 0 in calls:
            fail("the function is called in the caller's own process, not in a worker")
        if len(calls) > processes:
            fail(f"with processes={processes}, {len(calls)} calls run at once")
        if len(calls) < least:
            fail(f"with processes={processes} and eight items whose calls take long, only {len(calls)} call runs at a time")
        if least > 1:
            reached()
        gate(GATE).open()

    def workers(items, processes, least=0):
        def scenario(m):
            spawn(examine, processes, least, name="examiner")
            attempt(f"map_settled(held, {list(range(items))}, {processes})", m.map_settled, held, list(range(items)), processes)
        return scenario

    def ended(items):
        def scenario(m):
            try:
                m.map_settled(choosy, items)
            except NotImplementedError as error:
                raise unexpected(error, "`map_settled`")
            except Exception:
                pass                    # is for the checks above: here it only matters what is left
        return scenario

    def two_callers(m):
        other = spawn(m.map_settled, double, [4], 1, name="another caller")
        expect_settled(settled(m, same, ["x"], 1), [("ok", "x")],
                       "map_settled(same, ['x'], 1), called while another thread calls it too,")
        expect_settled(other.join(), [("ok", 8)], "map_settled(double, [4], 1), called in another thread,")

    for scenario in (workers(2, 1), workers(3, 2), ended(["a", "b"]), ended(["a", "key"]), ended([]), two_callers):
        explore(scenario, max_schedules=300, samples=30)
    explore.possible(workers(8, 2, 2), "with processes=2 and eight items, the calls are over before the examiner can look")


@check(points=2, after=("basics", "errors"), real="processes",
       promise="It works in real processes under every start method, and they have ended on return.")
def real_processes(module):
    """In real processes, under every start method, calls succeed and fail side by side."""
    got = module.map_settled(pid, [1, "raise", 2], processes=2)
    rows = [[kind, value if kind == "ok" else f"{type(value).__name__}: {value}"] for kind, value in got]
    values = module.map_settled(same, (letter * 200_000 for letter in "xyz"), processes=2)
    return {"rows": rows, "sizes": [[kind, len(value)] for kind, value in values], "parent": os.getpid()}


@real_processes.judge
def _(data):
    rows = data["rows"]
    expect([row[0] for row in rows] == ["ok", "error", "ok"], f"of three calls the second raises; the results are {rows}")
    expect(rows[1][1] == "ValueError: raise", f"the second call raised ValueError('raise'); what came back is {rows[1][1]!r}")
    expect(data["parent"] not in (rows[0][1], rows[2][1]), "the function was called in the caller's own process, not in a worker")
    expect(data["sizes"] == [["ok", 200_000]] * 3, f"three results of 200000 characters came back as {data['sizes']}")
