"""One map over a pool of threads or of processes.

Goal: choose the kind of pool by a word, settle every call where it is made, let `workers` calls run at once, and end the pool.
Bounds: up to four threads or three processes at once; up to nine items one after the other.
"""

import os

from autograder.checks.failure import unexpected
from autograder.checks.spec import Exercise, attempt, check, expect, expect_raises, fail, gate, notes, reached, settle, spawn
from autograder.machine import machine

EXERCISE = Exercise(
    title="One gather for threads and processes",
    provides=("gather(function, items, workers=4, kind=\"threads\")",),
    hints=(
        "Where to look: `multiprocessing.dummy` offers the names of `multiprocessing`, made of threads. What is the same in "
        "both, and what differs when a block `with Pool(…)` ends? Read what `terminate` and `join` wait for.",
        "Which primitive: `multiprocessing.Pool` and `multiprocessing.dummy.Pool` take the same calls. Settle each call in the "
        "worker, with a function at module level that returns a tuple either way. `close()` and then `join()` wait for the "
        "workers of both.",
        "A sketch: look the kind up, or raise ValueError; then with make_pool(workers) as pool: results = "
        "pool.map(partial(settle, function), items, chunksize=1); pool.close(); pool.join(); return results.",
    ),
)

GATE = "the examiner's gate"
KINDS = "threads", "processes"


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


def abroad(item):
    """Is this another process than the caller's?"""
    return machine().current.space.number != 0


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


def counted(item):
    notes().calls.append(item)
    return item


def pid(item):
    if item == "raise":
        raise ValueError(item)
    return os.getpid()


# -- judging what came back --------------------------------------------------------------------------------------------

def settled(m, function, items, *how):
    given = items if isinstance(items, list) else "a generator"
    return attempt(f"gather({getattr(function, '__name__', 'a partial')}, {shown(given)})", m.gather, function, items, *how)


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
    """The tasks in which a call waits at the gate, one for each call."""
    return [task for task in machine().alive if task.pending is not None and task.pending.kind == "pass"]


@check(points=2, look="Each result belongs to the item at the same place. Is `kind` looked at first, and compared with the two "
                      "words?",
       promise="For each item, in order, (\"ok\", value), on threads or on processes; any other `kind` is a `ValueError` before "
               "anything "
               "starts. Waiting means blocking on a primitive.")
def basics(explore):
    """Threads or processes, ("ok", value) in the order of the items; another kind is a ValueError before anything starts."""
    def waits(kind):
        def scenario(m):
            spawn(open_when_all_wait, name="examiner")
            expect_settled(settled(m, held, ["x"], 1, kind), [("ok", "x")], f"gather(held, ['x'], 1, {kind!r})")
        return scenario

    def some(kind):
        def scenario(m):
            expect_settled(settled(m, double, [3, 1, 2], 2, kind), [("ok", 6), ("ok", 2), ("ok", 4)],
                           f"gather(double, [3, 1, 2], 2, {kind!r})")
        return scenario

    def none(kind):
        def scenario(m):
            expect_settled(settled(m, double, [], 2, kind), [], f"gather(double, [], 2, {kind!r})")
            expect_settled(settled(m, double, iter(()), 1, kind), [], f"gather(double, an empty iterator, 1, {kind!r})")
        return scenario

    def any_iterable(kind, *items):
        def scenario(m):
            got = settled(m, same, (item for item in items), 1, kind)
            expect_settled(got, [("ok", item) for item in items], f"gather(same, {list(items)} one by one, 1, {kind!r})")
        return scenario

    def by_default(m):
        expect_settled(settled(m, double, [4]), [("ok", 8)], "gather(double, [4])")
        thing = object()
        got = attempt("gather(same, [an object])", m.gather, same, [thing])
        expect(isinstance(got, list) and len(got) == 1 and got[0][0] == "ok" and got[0][1] is thing,
               f"gather(same, [an object]) returned "
               f"{shown(got)}: by default it works on threads, and those hand back the very object")

    def where(m):
        got = [settled(m, abroad, [1], 1, kind) for kind in KINDS]
        expect(got == [[("ok", False)], [("ok", True)]], "\"threads\" must call the function in the caller's own process, "
                                                         "\"processes\" in another")

    def large_ones(m):
        items = [letter * 100_000 for letter in (b"x", b"y", b"z")]
        got = settled(m, same, items, 1, "processes")
        expect(got == [("ok", item) for item in items], f"three large items that the function hands back came back as "
                                                        f"{shown(got)}")

    def kind_and_leaks(m):
        expect_raises(ValueError, m.gather, same, [1], 2, "fibres", what="gather(function, [1], 2, 'fibres')")

    def another_kind(m):
        notes().calls = []
        before = len(machine().tasks)
        for kind in ("fibres", "Threads", "thread", "process", "", None, "threads "):
            for items in ([1, 2], []):
                expect_raises(ValueError, m.gather, counted, items, 2, kind, what=f"gather(function, {items}, 2, {kind!r})")
        expect(len(machine().tasks) == before, "for an unknown kind, a thread or a process was started before the ValueError was "
                                               "raised")
        expect(not notes().calls, "for an unknown kind, the function was called before the ValueError was raised")

    for kind in KINDS:
        explore(waits(kind), leaks=False)
    explore(kind_and_leaks)
    for scenario in (another_kind, by_default, where, large_ones, *(make(kind) for make in (none, some) for kind in KINDS),
                     *(any_iterable(kind, *items) for kind in KINDS for items in ((1, True, 1.0, 1), (None, [], 0, [2]),
                                                                                  ("", ("error", 2))))):
        explore(scenario, leaks=False)


@check(points=2, look="Catch the exception in the worker, around the one call that it belongs to; then it is an ordinary value.",
       promise="(\"error\", exception) for a call that raises; one failing call stops no other. A returned exception object is a "
               "value.")
def errors(explore):
    """A call that raises gives ("error", exception), stops no other, and a returned exception is a value."""
    def case(items, *how):
        def scenario(m):
            raised = {"stop": StopIteration("stop"), "refuse": Refused(7), "key": KeyError("no such key"),
                      "time": TimeoutError("too late"), "empty": ValueError()}
            wanted = [("error", raised[item]) if item in raised else ("ok", choosy(item)) for item in items]
            expect_settled(settled(m, choosy, items, *how), wanted, f"gather(choosy, {items}, {', '.join(map(repr, how))})")
        return scenario

    def late(kind):
        def scenario(m):
            spawn(open_when_all_wait, name="examiner")
            expect_settled(settled(m, refuse_late, [1], 1, kind), [("error", Refused(7))],
                           f"gather(refuse_late, [1], 1, {kind!r})")
        return scenario

    for kind in KINDS:
        for scenario in (late(kind), case(["refuse", "a"], 2, kind), case(["a", "stop", "b"], 2, kind),
                         case(["returned", "pair"], 1, kind),
                         case(["refuse", "refuse", 5], 2, kind), case(["stop", "empty", "refuse", ""], 1, kind),
                         case(["key", "time", "stop", "z"], 1, kind)):
            explore(scenario, leaks=False)


@check(points=3, look="How many workers does the pool have, and how are the items dealt out? A chunk of several items is one "
                      "worker's.",
       promise="`workers` calls really run at once when there are that many items: on threads for \"threads\", on processes for "
               "\"processes\".")
def at_once(explore):
    """As many calls as there are workers really run at once, and never more: on threads of the caller's process, or in others."""
    def examine(items, workers, kind, enough):
        settle()
        calls = inside()
        how = f"gather(function, {list(range(items))}, {workers}, {kind!r})"
        home = sum(task.space.number == 0 for task in calls)
        if kind == "threads" and home < len(calls):
            fail(f"{how} calls the function in another process, not on a thread")
        if kind == "processes" and home:
            fail(f"{how} calls the function in the caller's own process")
        if any(task is machine().tasks[0] for task in calls):
            fail(f"{how} calls the function in the caller's own thread")
        due = min(items, workers)
        if len(calls) != due:
            fail(f"{how}: {due} calls should run at once, and {len(calls)} do" if len(calls) < due else
                 f"{how}: there are {workers} workers, and {len(calls)} calls run at once")
        if enough:
            reached()
        gate(GATE).open()

    def case(items, workers, kind, enough=False):
        def scenario(m):
            spawn(examine, items, workers, kind, enough, name="examiner")
            how = () if (workers, kind) == (4, "threads") else (workers, kind)
            attempt(f"gather(held, {list(range(items))}{''.join(f', {word!r}' for word in how)})", m.gather, held,
                    list(range(items)), *how)
        return scenario

    for kind in KINDS:
        for scenario in (case(1, 2, kind), case(2, 2, kind), case(3, 2, kind), case(2, 1, kind)):
            explore(scenario, leaks=False, max_schedules=500, samples=50)
        for scenario in (case(4, 3, kind, True), case(4, 4, kind, True), case(5, 4, kind, True)):
            explore.possible(scenario, "the calls are over before the examiner can look")


@check(points=2, look="Who waits for the end of each worker? A process may be ended by force; a thread can only be waited for.",
       promise="The pool has ended on return. Nothing is left behind.")
def nothing_left(explore):
    """The threads or processes of the pool have ended when gather returns, whatever the calls did."""
    def ended(items, *how):
        def scenario(m):
            try:
                m.gather(choosy, items, *how)
            except NotImplementedError as error:
                raise unexpected(error, "`gather`")
            except Exception:
                pass                    # is for the checks above: here it only matters what is left
        return scenario

    def two_callers(kind):
        def scenario(m):
            other = spawn(m.gather, double, [4], 1, kind, name="another caller")
            expect_settled(settled(m, same, ["x"], 1, kind), [("ok", "x")],
                           f"gather(same, ['x'], 1, {kind!r}), called while another thread "
                           "calls it too,")
            expect_settled(other.join(), [("ok", 8)], f"gather(double, [4], 1, {kind!r}), called in another thread,")
        return scenario

    for kind in KINDS:
        for scenario in (ended(["a", "b"], 2, kind), ended(["a", "key"], 2, kind), ended([], 2, kind), two_callers(kind)):
            explore(scenario)


@check(points=1, after=("basics", "errors"), real="processes",
       promise="It works on real threads, and in real processes under every start method, and they have ended on return.")
def real_processes(module):
    """On real threads and in real processes, calls succeed and fail side by side."""
    rows = {}
    for kind in KINDS:
        got = module.gather(pid, [1, "raise", 2], 2, kind)
        rows[kind] = [[word, value if word == "ok" else f"{type(value).__name__}: {value}"] for word, value in got]
    return {**rows, "parent": os.getpid()}


@real_processes.judge
def _(data):
    for kind in KINDS:
        rows = data[kind]
        expect([row[0] for row in rows] == ["ok", "error", "ok"],
               f"of three calls the second raises; with {kind!r} the results are {rows}")
        expect(rows[1][1] == "ValueError: raise", f"the second call raised ValueError('raise'); with {kind!r} it came back as "
                                                  f"{rows[1][1]!r}")
    home = [row[1] == data["parent"] for kind in KINDS for row in data[kind] if row[0] == "ok"]
    expect(home == [True, True, False, False], "\"threads\" must call the function in the caller's process, \"processes\" in "
                                               "others")
