"""Calls to functions in another process.

Goal: one message for each call and one answer for each message, errors as text; a server that ends by itself when its
connection is closed.  Bounds: one to three servers, up to three calls of each; all interleavings.
"""

import operator
import os

from autograder.checks.dying import children
from autograder.checks.spec import Exercise, attempt, check, expect, gate, notes, settle, spawn
from autograder.machine import machine
from autograder.standins import signals

EXERCISE = Exercise(
    title="Calls to another process",
    provides=("RemoteError: Exception", "start_server(functions)", "call(connection, 'name', 1, 2)"),
    hints=(
        "Where to look: what does the server wait for, and what are the two kinds of news that may come? For every call "
        "exactly one "
        "answer must go back, whatever the function does.",
        "Which primitive: a `Pipe`. A request is one message (name, args); an answer is a pair (fine or not, result or text). "
        "The end "
        "needs a message of its own that no call can look like: wrap the pipe in an object whose `close` sends it. (The end "
        "of the "
        "file alone comes too late under fork, where other servers inherit the pipe.)",
        "A sketch: the server: receive; None means leave the loop. Look the name up, call the function inside `try`, and send "
        "(True, "
        "result) or (False, type name: message). The caller: send (name, args), receive the pair, return or raise "
        "RemoteError. close: "
        "send None, close the pipe.",
    ),
)

ANSWERS = "One answer for each request: a pair that says whether it is a result, so that any result can be told from an error."
TEXTS = "What crosses the pipe when a function raises? Only text need: type name and message. Does the loop go on after it?"
END = "What tells the server that it is over? Can a call look like that? Who else holds the pipe open? What is its exit code?"


# -- what the servers offer ------------------------------------------------------------------------------------------

class Odd(Exception):
    """An exception of the examiner's own."""


class Unpicklable(Exception):
    """Cannot be pickled."""

    def __reduce__(self):
        raise TypeError("this exception cannot be pickled")


class TwoArguments(Exception):
    """Can be pickled, but not be made again from its one text."""

    def __init__(self, one, other):
        super().__init__(f"{one} and {other}")


def give(value):
    return value


def give_all(*values):
    return values


def nothing():
    return None


def add(one, other):
    return one + other


def take(one, other):
    return one - other


def an_error(text):
    return ValueError(text)


def where():
    return machine().current.space.number


def count():
    notes().calls.append("called")
    return 5


def slow(value):
    gate("the function's end").wait()
    return value


def times(text, number):
    return text * number


def throw(error):
    raise error


def throw_unpicklable():
    raise Unpicklable("not to be pickled")


def throw_two():
    raise TwoArguments("one", "other")


def throw_stop():
    return next(iter(()))


def throw_key():
    return {}["no such key"]


FUNCTIONS = {"give": give, "give_all": give_all, "nothing": nothing, "add": add, "an_error": an_error, "where": where,
             "slow": slow,
             "count": count, "times": times, "throw": throw, "throw_unpicklable": throw_unpicklable, "throw_two": throw_two,
             "throw_stop": throw_stop, "throw_key": throw_key, "max": max, "text": str}


# -- scenarios -------------------------------------------------------------------------------------------------------

def server(m, functions=FUNCTIONS):
    """(process, connection) of a new server."""
    got = attempt("start_server(functions)", m.start_server, functions)
    expect(type(got) is tuple and len(got) == 2 and hasattr(got[1], "close"),
           f"start_server(functions) must return a process and a connection with close(); it returned {got!r}")
    return got


def finish(*connections):
    """The end of a scenario that is not about the end: servers that do not end by themselves are killed."""
    for connection in connections:
        spawn(connection.close, name="close()", stays=True)
    settle()
    for space in children():
        if not space.ended:
            signals.send(space, 9)


def outcome(m, connection, name, *args):
    try:
        return "returned", m.call(connection, name, *args)
    except NotImplementedError:
        raise
    except Exception as error:
        return "raised", error


def told(name, args, got):
    how, what = got
    call = f"call(connection, {', '.join(map(shown, (name, *args)))})"
    if how == "raised":
        return f"{call} raises {type(what).__name__}{f': {what}' if str(what) else ''}"
    return f"{call} returns {shown(what)}"


def shown(value):
    text = repr(value)
    return text if len(text) < 100 else f"{text[:40]}… ({len(text)} characters)"


def returns(m, connection, due, name, *args):
    got = attempt("call", outcome, m, connection, name, *args)
    expect(got[0] == "returned" and repr(got[1]) == repr(due), f"{told(name, args, got)}; {shown(due)} was due",
           "exception" if got[0] == "raised" else "wrong_result")


def fails(m, connection, parts, name, *args):
    """It must be a RemoteError whose text holds one of each of ``parts`` (tuples of texts)."""
    got = attempt("call", outcome, m, connection, name, *args)
    right = got[0] == "raised" and isinstance(got[1], m.RemoteError)
    expect(right, f"{told(name, args, got)}; RemoteError was due", "exception" if got[0] == "raised" else "wrong_result")
    for part in parts:
        expect(any(p in str(got[1]) for p in part), f"{told(name, args, got)}; its text must hold {part[0]!r}")


def calls(*several, functions=FUNCTIONS):
    """One server and some calls: (due, name, *args)."""
    def scenario(m):
        _, connection = server(m, functions)
        for due, name, *args in several:
            returns(m, connection, due, name, *args)
        finish(connection)
    return scenario


def errors_then(*several):
    """One server; calls that fail, (parts, name, *args), and after each of them one that does not."""
    def scenario(m):
        _, connection = server(m)
        for parts, name, *args in several:
            fails(m, connection, parts, name, *args)
            got = attempt("call", outcome, m, connection, "add", 1, 2)
            expect(got == ("returned", 3), f"after call(connection, {', '.join(map(shown, (name, *args)))}) has failed, "
                   f"{told('add', (1, 2), got)}; the server must go on, 3 was due",
                   "exception" if got[0] == "raised" else "wrong_result")
        finish(connection)
    return scenario


@check(points=2, look=ANSWERS,
       promise="`call` returns the named function's result.")
def basics(explore):
    """The named function runs in the server's process, and its result comes back, whatever it is."""
    def waits(m):
        _, connection = server(m)
        caller = spawn(outcome, m, connection, "slow", 5, name="the caller")
        settle()
        if caller.done:
            expect(False, f"the function is still running, and {told('slow', (5,), caller.join())}")
        gate("the function's end").open()
        got = caller.join()
        expect(got == ("returned", 5), f"{told('slow', (5,), got)} after a while; 5 was due")
        returns(m, connection, 6, "give", 6)
        finish(connection)

    def elsewhere(m):
        _, connection = server(m)
        got = attempt("call", m.call, connection, "where")
        expect(got != 0, "the function runs in the caller's own process, not in the server's")
        notes().calls = []
        returns(m, connection, 5, "count")
        expect(len(notes().calls) == 1, f"one call ran the function {len(notes().calls)} times")
        finish(connection)

    def two_servers(m):
        connections = [server(m, {"do": function, "own": function})[1] for function in (add, take)]
        for due, connection in zip((5, 1, 5, 1), connections * 2):
            returns(m, connection, due, "do", 3, 2)
        finish(*connections)

    def two_callers(m):
        other = spawn(two_calls, m, 5, name="another caller")
        connection = two_calls(m, 1)
        finish(connection, other.join())

    explore(waits, leaks=False, max_schedules=300, samples=30)
    explore(calls((None, "nothing"), (3, "add", 1, 2)), leaks=False, max_schedules=500, samples=50)
    explore(elsewhere, leaks=False, max_schedules=50, samples=5)
    values = (None, 0, False, "", [], (), {}, (True, 1), ("error", "x"), [None], "text", 1.0, (False, "x"), ("ok", 1), (1, 2, 3))
    several = [calls(*((value, "give", value) for value in values)),
               calls(((), "give_all"), ((1, "b", None), "give_all", 1, "b", None), (((1, 2),), "give_all", (1, 2)), ((None,),
                       "give_all", None),
                     (((),), "give_all", ())),
               calls((ValueError("x"), "an_error", "x"), (4, "max", 3, 4), ("5", "text", 5), (None, "nothing"), ("", "text")),
               calls(("ab" * 150_000, "times", "ab", 150_000), (300_000, "size", "a" * 300_000), functions={"times": times,
                       "size": len})]
    names = ("close", "stop", "exit", "quit", "end", "shutdown", "bye", "STOP", "CLOSE", "None", "__stop__", "error",
             "two words", "__init__", "result",
             "call", "name", "ok")
    several.append(calls(*((number, name, number) for number, name in enumerate(names)), functions=dict.fromkeys(names, give)))
    for scenario in (*several, two_servers, two_callers):
        explore(scenario, leaks=False, max_schedules=50, samples=5)


def two_calls(m, number):
    _, connection = server(m, {"give": give})
    returns(m, connection, number, "give", number)
    returns(m, connection, -number, "give", -number)
    return connection


@check(points=3, look=TEXTS,
       promise="An unknown name or a raising function gives `RemoteError` whose text holds the original's type name and "
       "message (for an "
               "unknown name: the name), and the server goes on serving.")
def errors(explore):
    """A function that raises, or an unknown name, gives RemoteError with the text; the server goes on."""
    def raising(error):
        return (type(error).__name__,), (str(error),)

    def thrown(*several):
        return errors_then(*((raising(error), "throw", error) for error in several))

    unknown = (("no_such_name", repr("no_such_name")),)

    def two_servers(m):
        connections = [server(m, {name: give})[1] for name in ("one", "other")]
        returns(m, connections[0], 1, "one", 1)
        fails(m, connections[1], [("one", "'one'")], "one", 1)
        fails(m, connections[0], [("other", "'other'")], "other", 1)
        returns(m, connections[1], 1, "other", 1)
        finish(*connections)

    for scenario in (thrown(ValueError("no such thing")), errors_then((unknown, "no_such_name", 1, 2))):
        explore(scenario, leaks=False, max_schedules=300, samples=30)
    several = [errors_then((unknown, "no_such_name"), (((("it's no name"), repr("it's no name")),), "it's no name"),
                           ((("append", "'append'"),), "append"),
                           ((("__class__", "'__class__'"),), "__class__")),
               thrown(ZeroDivisionError("no"), LookupError("no"), ValueError(), ValueError(5), OSError(2, "no such file")),
               thrown(EOFError("no more"), EOFError(), BrokenPipeError("no"), ConnectionResetError("no"), OSError("no")),
               thrown(StopIteration("no"), RuntimeError("no"), AttributeError("no"), TypeError("no"), NameError("no")),
               thrown(Odd("first line\nsecond line"), Odd("no", 1), Odd(), ValueError("it's {0} %s %d of \"them\"")),
               errors_then(((("Unpicklable",), ("not to be pickled",)), "throw_unpicklable"), ((("TwoArguments",),
                       ("one and other",)), "throw_two")),
               errors_then(((("KeyError",), ("no such key",)), "throw_key"), ((("StopIteration",),), "throw_stop"),
                           ((("TypeError",),), "add", 1)),
               errors_then(((("TypeError",), ("unsupported operand",)), "add", 1, "x"), ((("TypeError",),), "nothing", 1)),
               two_servers]
    for scenario in several:
        explore(scenario, leaks=False, max_schedules=50, samples=5)


@check(points=3, look=END,
       promise="Closing it ends the server process by itself with exit code 0, under every start method, also while other "
       "servers live.")
def closing(explore):
    """Closing the connection ends the server by itself, with exit code 0, also while other servers live."""
    def ends(m, process, connection, number, what):
        attempt("close()", connection.close)
        settle()
        expect(number < len(children()), f"{what}: start_server has started no process")
        space = children()[number]
        expect(space.ended, f"{what}: the connection has been closed, and the server has not ended by itself", "leak")
        process.join()
        expect(process.exitcode == 0, f"{what}: the connection has been closed, and the server ended with exit code "
               f"{process.exitcode}, not 0")

    def after(*several):
        def scenario(m):
            process, connection = server(m)
            for name, *args in several:
                attempt("call", outcome, m, connection, name, *args)
            ends(m, process, connection, 0, f"after {len(several)} call(s)" if several else "without a call")
        return scenario

    def any_moment(m):
        process, connection = server(m, {"give": give})
        attempt("call", m.call, connection, "give", 1)
        attempt("close()", connection.close)
        process.join()
        expect(process.exitcode == 0, f"the connection has been closed, and the server ended with exit code "
               f"{process.exitcode}, not 0")

    def at_once(m):
        process, connection = server(m, {"give": give})
        attempt("close()", connection.close)
        process.join()
        expect(process.exitcode == 0, f"the connection has been closed at once, and the server ended with exit code "
               f"{process.exitcode}, not 0")

    def several(*order):
        def scenario(m):
            servers = [server(m, {"give": give, "where": where}) for _ in order]
            numbers = [attempt("call", m.call, connection, "where") for _, connection in servers]
            for step, place in enumerate(order):
                for other in order[step:]:
                    returns(m, servers[other][1], other, "give", other)
                spaces = children()
                number = next((i for i, space in enumerate(spaces) if space.number == numbers[place]), 0)
                ends(m, *servers[place], number, f"server {place + 1} of {len(order)}, while {len(order) - step - 1} other(s) live")
        return scenario

    explore(any_moment, max_schedules=500, samples=50)
    explore(at_once, max_schedules=500, samples=50)
    for scenario in (after(), after(("give", 1)), after(("no_such_name",)), after(("throw", ValueError("no"))), after(("give",
            1), ("throw", EOFError())),
                     several(0, 1), several(1, 0), several(0, 2, 1)):
        explore(scenario, max_schedules=100, samples=10)


# -- for real --------------------------------------------------------------------------------------------------------

REAL = {"add": operator.add, "where": os.getpid, "times": operator.mul, "number": int}


@check(points=2, after=("basics", "errors", "closing"), real="processes",
       promise="It works with real processes under every start method, and leaves none of them behind.")
def real_processes(module):
    """On real processes: three servers, their results and errors; each ends when its own connection is closed."""
    servers = [module.start_server(REAL) for _ in range(3)]
    pids, sums, texts, codes = [], [], [], []
    for _, connection in servers:
        pids.append(module.call(connection, "where"))
        for args in (("number", "x"), ("no_such_name",)):
            try:
                texts.append(f"nothing, but returns {module.call(connection, *args)!r}")
            except module.RemoteError as error:
                texts.append(str(error))
        sums.append(module.call(connection, "add", 1, 2))
    large = len(module.call(servers[0][1], "times", "ab", 500_000))
    for number in (0, 2, 1):
        process, connection = servers[number]
        connection.close()
        process.join()
        codes.append(process.exitcode)
    return {"processes": len({os.getpid(), *pids}), "sums": sums, "texts": texts, "codes": codes, "large": large}


@real_processes.judge
def _(data):
    expect(data["processes"] == 4, f"three servers and the caller ran in {data['processes']} processes")
    expect(data["sums"] == [3, 3, 3], f"call(connection, 'add', 1, 2) returned {data['sums']} from three servers")
    for text, parts in zip(data["texts"], [("ValueError", "invalid literal"), ("no_such_name",)] * 3):
        expect(all(part in text for part in parts), f"a RemoteError whose text holds {' and '.join(parts)} was due; its text "
               f"is {text!r}")
    expect(data["large"] == 1_000_000, f"a result of a million characters was due; {data['large']} came")
    expect(data["codes"] == [0, 0, 0], f"the three servers ended with the exit codes {data['codes']}, not 0")
