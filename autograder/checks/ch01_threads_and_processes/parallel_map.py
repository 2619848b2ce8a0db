"""A map with one thread, and one process, for each item.

Goal: start all before waiting for any; keep each result at its item's place; join all before anything is raised.
Bounds: every interleaving of two or three calls; forty threads, and six processes, once.
"""

import multiprocessing
import os
import time
from functools import partial

from autograder.checks.failure import unexpected
from autograder.checks.spec import Exercise, Failure, attempt, check, expect, gate, meet, notes, reached, settle, spawn
from autograder.machine import machine

EXERCISE = Exercise(
    title="A map in threads and in processes",
    provides=("map_in_threads(function, items)", "map_in_processes(function, items)"),
    hints=(
        "Where to look: there are three phases. Start all of them; wait for all of them; only then look at what came out. "
        "What does "
        "each phase need from the one before? And where does the answer of call number 3 go, if call number 5 ends first?",
        "Which primitive: threads share memory, so each can write to a place of its own in a list (or a dictionary keyed by the "
        "index). Processes share nothing: give each a `multiprocessing.Pipe`, and send back a pair that says whether the call "
        "returned or raised. A thread's own exceptions reach nobody: catch them in the thread.",
        "A sketch: for each item, start a worker that stores (True, function(item)) or, from `except Exception`, (False, "
        "error), at "
        "its index. For processes, receive all the pairs first: a process cannot end before its answer has been read. Join all. "
        "Then go through the pairs in order: raise the first error, else return the values.",
    ),
)

PHASES = "Start all, wait for all, then look at the answers in the order of the items: three loops, one after the other."
HAND_OVER = "What does a process get (everything that it needs must go with `args`), and how does its answer come back?"
KINDS = {"threads": "thread", "processes": "process"}


# -- what is mapped --------------------------------------------------------------------------------------------------

class Odd(Exception):
    """An exception of the examiner's own."""


def keep(item):
    return item


def wrap(item):
    return [item]


def nothing(item):
    return None


def times(factor, number):
    return factor * number


def large(item):
    return str(item) * 300_000


def count(item):
    notes().calls.append(item)
    return item


def meet_all(number, item):
    """Passed only when ``number`` calls are under way.  Returns the task and the process that it runs in."""
    meet(number, "the meeting")
    return item, machine().current.id, machine().current.space.number


def or_raise(errors, item):
    """Raises the exception at the place ``item``, returns ``item`` where there is None."""
    if errors[item] is not None:
        raise errors[item]
    return item


def late(errors, slow, item):
    """The same, but those in ``slow`` wait for the examiner first; those that begin and those that end are noted."""
    notes().begun.append(item)
    if item in slow:
        gate(f"the end of call {item}").wait()
    notes().ended.append(item)
    return or_raise(errors, item)


def watch(call, function, items):
    """("returned", value) or ("raised", error)."""
    try:
        return "returned", call(function, items)
    except NotImplementedError:
        raise
    except Exception as error:
        return "raised", error


def told(outcome):
    how, what = outcome
    return f"returned {what!r}" if how == "returned" else f"raised {type(what).__name__}({what})"


# -- scenarios for both ----------------------------------------------------------------------------------------------

def mapped(m, kind, function, items, due, what, same=False):
    """Map, and compare with the list ``due``.  what: the items in words.  same: the results are these very objects."""
    name = f"map_in_{kind}"
    got = attempt(name, getattr(m, name), function, items)
    expect(isinstance(got, list), f"{name} returned a {type(got).__name__}, not a list")
    expect(repr(got) == repr(due), f"for {what}, {name} returned {shown(got)}, not {shown(due)}")
    if same:
        for mine, yours in zip(due, got):
            expect(mine is yours, f"for {what}, {name} returned a copy of {mine!r}, not what the function returned")


def shown(results):
    text = repr(results)
    return text if len(text) < 200 else f"{text[:60]}… ({len(text)} characters)"


def order(kind):
    """All interleavings of two calls."""
    return lambda m: mapped(m, kind, wrap, iter(["a", "b"]), [["a"], ["b"]], "an iterator over 'a', 'b'")


def twice(kind):
    def scenario(m):
        mapped(m, kind, wrap, [1, 2], [[1], [2]], "[1, 2]")
        mapped(m, kind, wrap, [3], [[3]], "[3], in a second call,")
    return scenario


def no_items(kind):
    def scenario(m):
        for items, what in (([], "no items"), (iter(()), "an empty iterator"), ("", "an empty text"), ({},
                "an empty dictionary")):
            mapped(m, kind, wrap, items, [], what)
    return scenario


def together(kind, number, once=False):
    """All ``number`` calls must be under way at once, each in a thread or process of its own.  once: one run will do."""
    def scenario(m):
        name, one = f"map_in_{kind}", KINDS[kind]
        items = range(10, 10 + number)
        got = attempt(name, getattr(m, name), partial(meet_all, number), items)
        expect(isinstance(got, list) and all(type(g) is tuple and len(g) == 3 for g in got),
               f"the function returned tuples of three numbers; {name} returned {shown(got)}")
        expect([g[0] for g in got] == list(items), f"for {items}, {name} returned the results of the items {[g[0] for g in got]}")
        tasks, spaces = {g[1] for g in got}, {g[2] for g in got}
        if kind == "threads":
            expect(spaces == {0}, f"{name} calls the function in another process")
            expect(0 not in tasks, f"{name} makes a call in the caller's own thread: one thread per item was promised")
        else:
            expect(0 not in spaces, f"{name} makes a call in the caller's own process: one process per item was promised")
        made = len(tasks if kind == "threads" else spaces)
        expect(made == number, f"{number} calls were under way at once in {made} {kind}: one {one} per item was promised")
        if once:
            reached()
    return scenario


def failing(kind, *errors):
    """errors: for each call what it raises, or None.  The earliest must come out."""
    def scenario(m):
        name = f"map_in_{kind}"
        outcome = attempt(name, watch, getattr(m, name), partial(or_raise, errors), range(len(errors)))
        due = next(i for i, error in enumerate(errors) if error is not None)
        comes_out(kind, outcome, errors[due], f"call {due} raised {type(errors[due]).__name__}({errors[due]})"
                  + ("" if sum(e is not None for e in errors) == 1 else ", and it is the earliest failing item"))
    return scenario


def comes_out(kind, outcome, due, what):
    how, error = outcome
    right = how == "raised" and type(error) is type(due) and error.args == due.args
    expect(right, f"{what}; map_in_{kind} {told(outcome)}")
    if kind == "threads":
        expect(error is due, f"{what}; map_in_threads raised another exception that looks like it")


def others_go_on(kind, errors, slow):
    """Those in ``slow`` are still under way when the others have ended: the call waits for them."""
    def scenario(m):
        notes().begun, notes().ended = [], []
        name = f"map_in_{kind}"
        caller = spawn(watch, getattr(m, name), partial(late, errors, slow), list(range(len(errors))), name="the caller")
        settle()
        under_way(caller, name, slow[0])
        for item in slow:
            gate(f"the end of call {item}").open()
            settle()
        outcome = caller.join()
        expect(sorted(notes().ended) == list(range(len(errors))), f"of the calls 0 to {len(errors) - 1}, only "
               f"{sorted(notes().ended)} "
               "ran to their end: a failing call stopped another")
        due = next(i for i, error in enumerate(errors) if error is not None)
        comes_out(kind, outcome, errors[due], f"call {due} raised {type(errors[due]).__name__}, the earliest to fail")
    return scenario


def under_way(caller, name, item):
    if caller.done and caller.error is not None:
        raise unexpected(caller.error, name)
    expect(not caller.done or item in notes().begun.copy(), f"{name} has returned or raised, and call {item} has never begun")
    expect(not caller.done, f"{name} has returned or raised while call {item} was still running", "leak")


def slow(kind):
    """The first call takes as long as the examiner likes: who polls meanwhile never lets settle() return."""
    def scenario(m):
        notes().begun, notes().ended = [], []
        name = f"map_in_{kind}"
        caller = spawn(getattr(m, name), partial(late, (None, None), (0,)), [0, 1], name="the caller")
        settle()
        under_way(caller, name, 0)
        gate("the end of call 0").open()
        got = caller.join()
        expect(got == [0, 1], f"for [0, 1], where call 1 ends first, {name} returned {got!r}")
    return scenario


def returned_errors(kind):
    """Exceptions that are returned are values."""
    def scenario(m):
        outcome = attempt(f"map_in_{kind}", watch, getattr(m, f"map_in_{kind}"), wrap_error, ["a", "b"])
        expect(outcome[0] == "returned" and repr(outcome[1]) == "[ValueError('a'), ValueError('b')]",
               f"the function returned ValueError objects, and raised nothing; map_in_{kind} {told(outcome)}")
    return scenario


def wrap_error(item):
    return ValueError(item)


# -- threads ---------------------------------------------------------------------------------------------------------

@check(points=2, promise="Results in the order of `items`; `[]` for no items; `items` may be any iterable.", look=PHASES)
def threads_basics(explore):
    """map_in_threads returns a list of the results in the order of the items, whatever they are."""
    def all_sorts(m):
        thing = object()
        things = [None, 0, False, "", [], {}, (1, 2), thing, 1, True, 1.0, ..., {1: 2}]
        for item in things:
            mapped(m, "threads", keep, [item], [item], f"[{item!r}]", same=True)

    def iterable(make, due, what):
        return lambda m: mapped(m, "threads", keep, make(), due, what)

    def equal_items(m):
        mapped(m, "threads", wrap, [1, True, 1.0], [[1], [True], [1.0]], "[1, True, 1.0]")

    def function(called, due):
        return lambda m: mapped(m, "threads", called, [2, 3], due, "[2, 3]")

    def once_each(m):
        notes().calls = []
        mapped(m, "threads", count, [7, 7], [7, 7], "[7, 7]")
        expect(notes().calls == [7, 7], f"for the items 7, 7 the function was called with {notes().calls}")

    def two_callers(m):
        other = spawn(m.map_in_threads, wrap, [1, 2], name="another caller")
        mapped(m, "threads", wrap, [3], [[3]], "[3], while another thread maps [1, 2]")
        expect(other.join() == [[1], [2]], f"for [1, 2], while another thread maps [3], map_in_threads returned {other.join()!r}")

    def inside(m):
        got = attempt("map_in_threads", m.map_in_threads, lambda item: m.map_in_threads(wrap, [item]), [1, 2])
        expect(got == [[[1]], [[2]]], f"a function that maps [item] in turn, over [1, 2], gave {got!r}")

    for scenario in (slow("threads"), no_items("threads"), order("threads"), once_each, twice("threads"), equal_items):
        explore(scenario)
    for make, due, what in ((lambda: iter([4, 2]), [4, 2], "an iterator"), (lambda: "ba", ["b", "a"], "the text 'ba'"),
                            (lambda: range(2), [0, 1], "range(2)"), (lambda: {"x": 1, "y": 2}, ["x", "y"], "a dictionary"),
                            (lambda: (n for n in (3, 3)), [3, 3], "a generator"), (lambda: map(str, [1, 2]), ["1", "2"],
                                    "a map object")):
        explore(iterable(make, due, what), max_schedules=20, samples=5)
    for called, due in ((nothing, [None, None]), (lambda item: item * 2, [4, 6]), (partial(times, 3), [6, 9]), (str, ["2", "3"]),
                        ([5, 6, 7, 8].__getitem__, [7, 8])):
        explore(function(called, due), max_schedules=20, samples=5)
    for scenario in (all_sorts, two_callers, inside):
        explore(scenario, max_schedules=40, samples=5)


@check(points=2, promise="One thread per item, all started before any is waited for.",
       look="Is a thread joined, or a lock held, before the last one has been started? Are there as many threads as items?")
def threads_together(explore):
    """One thread per item, all of them started before any is waited for: calls that wait for each other meet."""
    explore(together("threads", 3))
    for number in (5, 40):
        explore.possible(together("threads", number, once=True), f"{number} calls are never under way at once")


@check(points=2, look=PHASES,
       promise="If calls raise, all the others still run to the end; then the exception of the earliest failing item is raised.")
def threads_errors(explore):
    """Calls raise: the others run to their end, the earliest item's exception comes out, no thread is left."""
    explore(failing("threads", ValueError("first"), KeyError("second")))
    explore(others_go_on("threads", (ValueError("first"), None), (1,)))
    explore(others_go_on("threads", (None, ValueError("second")), (0,)))
    explore(others_go_on("threads", (None, KeyError("second"), OSError("third")), (1, 0)))
    explore(failing("threads", None, KeyError("second"), ValueError("third")))
    explore(failing("threads", ValueError("first"), None))
    for error in (StopIteration("no"), StopIteration(), TimeoutError("no"), EOFError("no"), KeyError("no"), Odd("no", 1), Odd(),
                  LookupError("no"), RuntimeError("no"), StopAsyncIteration("no"), ExceptionGroup("no", [Odd("no")])):
        explore(failing("threads", None, error), max_schedules=20, samples=5)
    explore(returned_errors("threads"))


# -- processes -------------------------------------------------------------------------------------------------------

@check(points=2, promise="One process per item, all started before any is waited for. Results in the order of `items`; `[]` "
       "for no items.",
       look=HAND_OVER)
def processes_basics(explore):
    """map_in_processes does the same in one process per item, all at once; results may be large."""
    def all_sorts(m):
        things = [None, 0, False, "", [], {}, (1, 2), 1, True, 1.0, {1: 2}]
        mapped(m, "processes", keep, things[:6], things[:6], repr(things[:6]))
        mapped(m, "processes", keep, iter(things[6:]), things[6:], repr(things[6:]))

    def large_results(m):
        mapped(m, "processes", large, "ab", [large("a"), large("b")], "'ab', and results of 300,000 characters,")

    def large_items(m):
        mapped(m, "processes", len, [large("a"), "b"], [300_000, 1], "two texts, one of 300,000 characters, and `len`")

    def functions(m):
        for function, due in ((nothing, [None, None]), (partial(times, 3), [6, 9]), (str, ["2", "3"])):
            mapped(m, "processes", function, (n for n in (2, 3)), due, "a generator of 2, 3")

    def once_each(m):
        notes().calls = []
        mapped(m, "processes", count, [7, 7], [7, 7], "[7, 7]")
        expect(notes().calls == [7, 7], f"for the items 7, 7 the function was called with {notes().calls}")

    explore(slow("processes"), max_schedules=300, samples=30)
    explore(no_items("processes"))
    explore(together("processes", 2), max_schedules=300, samples=30)
    explore(order("processes"), max_schedules=1500, samples=100)
    explore(large_results, max_schedules=300, samples=30)
    explore.possible(together("processes", 10, once=True), "10 calls are never under way at once")
    for scenario in (all_sorts, large_items, functions, once_each, twice("processes")):
        explore(scenario, max_schedules=20, samples=5)


@check(points=1, after="processes_basics", look=PHASES,
       promise="If calls raise, all the others still run to the end; then the exception of the earliest failing item is raised.")
def processes_errors(explore):
    """Calls raise in processes: the others run to their end, the earliest item's exception comes out, no process is left."""
    explore(others_go_on("processes", (ValueError("first"), None), (1,)), max_schedules=300, samples=30)
    explore(others_go_on("processes", (None, ValueError("second")), (0,)), max_schedules=300, samples=30)
    explore(failing("processes", ValueError("first"), KeyError("second")), max_schedules=500, samples=50)
    for error in (StopIteration("no"), EOFError("no"), KeyError("no"), Odd("no", 1), Odd()):
        explore(failing("processes", None, error), max_schedules=20, samples=5)
    explore(returned_errors("processes"), max_schedules=20, samples=5)


# -- for real --------------------------------------------------------------------------------------------------------

def arrive(number, item):
    """Passed only when ``number`` calls have come here: each leaves a file."""
    place = f"meeting-{number}"
    os.makedirs(place, exist_ok=True)
    with open(os.path.join(place, str(item)), "w", encoding="utf-8"):
        pass
    while len(os.listdir(place)) < number:
        time.sleep(0.002)
    return str(item) * 100_000


@check(points=1, after=("processes_basics", "processes_errors"), real="processes",
       promise="It works with real threads and processes under every start method, and leaves none of them behind.")
def real_processes(module):
    """On real threads and processes, calls that wait for each other meet, large results come back, and errors too."""
    large_ones = module.map_in_processes(partial(arrive, 2), iter([1, 2]))
    try:
        raised = f"nothing, and returned {module.map_in_processes(int, ['1', 'x', 'y'])!r}"
    except ValueError as error:
        raised = str(error)
    return {"lengths": [len(text) for text in large_ones], "starts": [text[:1] for text in large_ones], "raised": raised,
            "empty": module.map_in_processes(int, []),
            "threads": module.map_in_threads(str, range(200)), "left": len(multiprocessing.active_children())}


@real_processes.judge
def _(data):
    expect(data["starts"] == ["1", "2"] and data["lengths"] == [100_000] * 2, "for the items 1, 2, results of 100,000 "
           "characters were due; "
           f"results of {data['lengths']} characters came, which begin with {data['starts']}")
    expect("'x'" in data["raised"], f"int('x') and int('y') raised ValueError, 'x' being earlier; map_in_processes raised "
           f"{data['raised']}")
    expect(data["threads"] == [str(n) for n in range(200)], "map_in_threads(str, range(200)) mixed up the results of 200 short calls: "
           "identifiers of threads that have ended are given to new ones")
    expect(data["empty"] == [], f"for no items, {data['empty']!r} came")
    if data["left"]:
        raise Failure(f"{data['left']} processes were still running after the call", "leak")
