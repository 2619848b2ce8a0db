"""One process and one pipe for each chunk, and the answers gathered in order.

Goal: an answer that is large has to be read before its sender can end; a worker that dies closes its pipe, if nobody else
holds it open; the lowest index decides, whatever comes first.  Bounds: two or three chunks; a worker may be killed at any step.
"""

import operator
import os
import signal
from functools import partial

from autograder.checks.dying import die_in_steps, die_slowly_when_killed, exit_now, kill_latest, send_to_myself
from autograder.checks.spec import Exercise, attempt, check, expect, gate, settle, spawn
from autograder.machine import machine
from autograder.standins import threads

EXERCISE = Exercise(
    title="Scatter and gather",
    provides=("WorkerDied: Exception", "scatter_gather(function, chunks)"),
    hints=(
        "Where to look: what does a worker need before it can end, if its answer is larger than the pipe's buffer? And what "
        "does the "
        "caller see in the pipe when a worker ends without an answer?",
        "Which primitive: a `Pipe` for each worker, and the caller closes its own copy of the writing end as soon as that "
        "worker has "
        "started, before the next one starts: then `recv` raises EOFError (or OSError, in the middle of an answer) when the "
        "worker dies.",
        "A sketch: for each chunk: make a pipe, start the process, close the writing end. Then for each in order: receive a pair "
        "(True, result) or (False, exception), or note that it died. In `finally`: join all (kill them first, if you have "
        "given up). "
        "The first that failed decides.",
    ),
)

ANSWERS = "Send a pair: did the call return or raise, and what. Receive them in the order of the chunks, then join."
LARGE = "A worker whose answer does not fit into the pipe waits until you read it. Do you wait for its end before that?"
LOWEST = "Look at the outcomes in the order of the chunks, not of time; one that comes later may have a lower index."
DEATHS = "Who else holds the writing end of this worker's pipe? What does `recv` raise at the end, or in mid-answer?"
SIZE = 300_000          # characters: more than a pipe holds


# -- what runs in the workers ----------------------------------------------------------------------------------------

class Odd(Exception):
    """An exception of the examiner's own."""

    def __str__(self):
        return "odd"


def keep(chunk):
    return chunk


def wrap(chunk):
    return [chunk]


def nothing(chunk):
    return None


def magnify(chunk):
    return str(chunk) * SIZE


def an_error(chunk):
    return ValueError(chunk)


def where(chunk):
    return machine().current.space.number


def finish(how):
    """how: what the call does.

    An exception is raised; ("slow death", n) is returned by a process that SIGKILL ends only after a moment; ("exit", code), ("steps", code) and ("signal", number) end the process; (result, "large") is a large
    result; (how, "after", gate) does so only when the gate is open; anything else is returned.
    """
    if type(how) is tuple and len(how) == 3:
        gate(how[2]).wait()
        return finish(how[0])
    if isinstance(how, Exception):
        raise how
    if type(how) is tuple and how[0] == "exit":
        exit_now(how[1])
    if type(how) is tuple and how[0] == "steps":
        die_in_steps(how[1])
    if type(how) is tuple and how[0] == "signal":
        send_to_myself(how[1])
    if type(how) is tuple and how[0] == "slow death":
        die_slowly_when_killed()
        return how
    if type(how) is tuple and how[1] == "large":
        return str(how[0]) * SIZE
    return how


def slow(chunk):
    gate(f"the end of {chunk}").wait()
    return chunk


def die_later(chunk):
    """A thread that it leaves ends the process when the examiner says so."""
    threads.Thread(target=die_at_gate).start()
    return chunk


def die_at_gate():
    gate("the workers' end").wait()
    exit_now(3)


class Doomed:
    """A chunk: once it is on its way to its worker, the examiner may kill that at any moment."""

    def __reduce__(self):
        gate("the worker is on its way").open()
        return int, (7,)


def as_large(large_one, chunk):
    return str(chunk) * SIZE if large_one else chunk


# -- how a call ends -------------------------------------------------------------------------------------------------

def watch(m, function, chunks):
    """("returned", value) or ("raised", error)."""
    try:
        return "returned", m.scatter_gather(function, chunks)
    except NotImplementedError:
        raise
    except Exception as error:
        return "raised", error


def ended(m, function, chunks):
    return attempt("scatter_gather", watch, m, function, chunks)


def told(outcome):
    how, what = outcome
    if how == "raised":
        index = f" with index {what.index!r}" if hasattr(what, "index") else ""
        return f"scatter_gather raises {type(what).__name__}{index}{f': {what}' if str(what) else ''}"
    return f"scatter_gather returns {shown(what)}"


def shown(results):
    text = repr(results)
    return text if len(text) < 200 else f"{text[:50]}… ({len(text)} characters)"


def kind_of(outcome):
    """What an outcome that was not due is called."""
    return "wrong_result" if outcome[0] == "returned" or hasattr(outcome[1], "index") else "exception"


def returns(outcome, due, what):
    how, value = outcome
    expect(how == "returned" and isinstance(value, list) and repr(value) == repr(due),
           f"{what}: {shown(due)} was due, and {told(outcome)}", kind_of(outcome))


def raises(outcome, due, what):
    how, error = outcome
    expect(how == "raised" and type(error) is type(due) and repr(error.args) == repr(due.args),
           f"{what}: {due!r} was due, and {told(outcome)}")


def died(m, outcome, index, what):
    expect(is_death(m, outcome, index), f"{what}: WorkerDied with index {index} was due, and {told(outcome)}", kind_of(outcome))


def is_death(m, outcome, index):
    how, error = outcome
    return how == "raised" and isinstance(error, m.WorkerDied) and repr(getattr(error, "index", None)) == str(index)


def outcome_of(*plan):
    """Chunks that end as ``plan`` says; the first that fails decides."""
    def scenario(m):
        judge(m, ended(m, finish, list(plan)), plan)
    return scenario


def judge(m, outcome, plan):
    text = "chunks whose calls end with " + ", ".join(map(in_words, plan))
    for index, how in enumerate(plan):
        if type(how) is tuple and len(how) == 3:
            how = how[0]
        if isinstance(how, Exception):
            return raises(outcome, how, text)
        if type(how) is tuple and how[0] in ("exit", "steps", "signal"):
            return died(m, outcome, index, text)
    returns(outcome, [str(how[0]) * SIZE if type(how) is tuple else how for how in plan], text)


def in_words(how):
    if type(how) is tuple and len(how) == 3:
        return f"{in_words(how[0])} (later)"
    if isinstance(how, Exception):
        return repr(how)
    if type(how) is tuple:
        return {"slow death": "{}", "exit": "os._exit({})", "steps": "os._exit({})", "signal": "signal {}"}.get(how[0],
                "a large result").format(how[1])
    return repr(how)


@check(points=2, look=ANSWERS,
       promise="One process and one pipe per chunk; results in the order of chunks. Chunks may be any iterable.")
def basics(explore):
    """The results come back in the order of the chunks, from a process for each."""
    def waits(m):
        caller = spawn(watch, m, slow, ["a", "b"], name="the caller")
        gate("the end of b").open()
        settle()
        if caller.done:
            outcome = caller.join()
            expect(False, f"the first call is still running, and {told(outcome)}", kind_of(outcome))
        gate("the end of a").open()
        returns(caller.join(), ["a", "b"], "for ['a', 'b'], where the second call ends first")

    def own_processes(m):
        outcome = ended(m, where, [5, 5, 6])
        spaces = outcome[1] if outcome[0] == "returned" else told(outcome)
        expect(isinstance(spaces, list) and len(set(spaces)) == 3 and 0 not in spaces, "three chunks are to be worked in a "
               "process each; "
               f"the processes' numbers are {spaces} (0 is the caller's own)")

    def iterables(m):
        for chunks, due, what in (((n for n in (4, 2)), [4, 2], "a generator of 4, 2"), ("ba", ["b", "a"], "the text 'ba'"),
                                  ({"x": 1, "y": 2}, ["x", "y"], "a dictionary with the keys 'x', 'y'"), (range(2), [0, 1],
                                          "range(2)")):
            returns(ended(m, keep, chunks), due, f"for {what}")

    def none(m):
        for chunks, what in (([], "no chunks"), (iter(()), "an empty iterator"), ("", "an empty text")):
            returns(ended(m, keep, chunks), [], f"for {what}")

    def all_sorts(m):
        for chunks in ([None, 0, False], ["", [], {}], [1, True, 1.0, "1"], [(), (True, 1), ("error", "x")]):
            returns(ended(m, keep, chunks), chunks, f"for {chunks}, and a function that returns its chunk")

    def functions(m):
        returns(ended(m, nothing, "ab"), [None, None], "for 'ab', and a function that returns None")
        returns(ended(m, partial(max, 3), [2, 4]), [3, 4], "for [2, 4], and a function that returns max(3, chunk)")
        returns(ended(m, an_error, ["x"]), [ValueError("x")], "for ['x'], and a function that returns (and does not raise) "
                "ValueError('x')")

    def twice(m):
        returns(ended(m, wrap, [1, 2]), [[1], [2]], "for [1, 2]")
        returns(ended(m, wrap, [3]), [[3]], "for [3], in a second call")

    explore(waits, max_schedules=300, samples=30)
    explore(none)
    explore(lambda m: returns(ended(m, wrap, iter("ab")), [["a"], ["b"]], "for an iterator over 'a', 'b'"),
            max_schedules=500, samples=50)
    for scenario in (own_processes, iterables, all_sorts, functions, twice):
        explore(scenario, max_schedules=20, samples=5)


@check(points=2, look=LARGE, promise="Results may be far larger than a pipe's buffer.")
def large(explore):
    """Answers far larger than a pipe's buffer arrive whole, also while another call fails."""
    def all_large(m):
        returns(ended(m, magnify, "ab"), ["a" * SIZE, "b" * SIZE], f"for 'ab', and results of {SIZE:,} characters")

    def large_chunks(m):
        returns(ended(m, len, ["a" * SIZE, "b"]), [SIZE, 1], f"for two texts, one of {SIZE:,} characters, and `len`")

    explore(all_large, max_schedules=500, samples=50)
    explore(outcome_of(ValueError("no"), ("b", "large")), max_schedules=200, samples=20, leaks=False)
    explore(outcome_of(("a", "large"), ValueError("no"), ("c", "large")), max_schedules=100, samples=10, leaks=False)
    explore(outcome_of(("exit", 3), ("b", "large")), max_schedules=100, samples=10, leaks=False)
    explore(outcome_of(("a", "large"), 5, ("c", "large")), max_schedules=100, samples=10)
    explore(large_chunks, max_schedules=50, samples=5)


@check(points=2, look=LOWEST,
       promise="A call that raises has its exception raised here; if several fail, the lowest index decides. No process is left.")
def errors(explore):
    """What a call raises is raised here; if several fail, the lowest index decides; no process is left."""
    def later(*plan):
        """Those at the gate end only when all others have."""
        def scenario(m):
            caller = spawn(watch, m, finish, list(plan), name="the caller")
            settle()
            if caller.done:
                outcome = caller.join()
                expect(False, f"chunks whose calls end with {', '.join(map(in_words, plan))}: before the first of them has "
                       f"ended, "
                       + told(outcome))
            gate("the end").open()
            judge(m, caller.join(), plan)
        return scenario

    slow_error, slow_result = (KeyError("slow"), "after", "the end"), (5, "after", "the end")
    explore(outcome_of(ValueError("no"), KeyError("no")), max_schedules=300, samples=30)
    explore(later(slow_error, ValueError("no")), max_schedules=200, samples=20)
    explore(later(slow_result, ValueError("no")), max_schedules=100, samples=10)
    explore(later(slow_error, ("exit", 3)), max_schedules=100, samples=10, leaks=False)
    explore(outcome_of(ValueError("no"), ("slow death", 2)), max_schedules=200, samples=20)
    for plan in ((1, ValueError("no"), KeyError("no")), (ValueError("no"), 1), (ValueError("no"), ("exit", 3)),
                 (ValueError("no"), 1, 2),
                 (1, 2, ValueError("no")), (ValueError("no"), ("exit", 3), KeyError("no"))):
        explore(outcome_of(*plan), leaks=("exit", 3) not in plan, max_schedules=100, samples=10)
    for error in (StopIteration("no"), EOFError("no"), EOFError(), OSError("no"), BrokenPipeError("no"), KeyError("no"),
                  Odd("no", 1), Odd(),
                  ZeroDivisionError("no"), LookupError("no"), TimeoutError("no"), ConnectionResetError("no"),
                  AttributeError("no"),
                  TypeError("no"), RuntimeError("no"), IndexError("no")):
        explore(outcome_of(1, error), max_schedules=20, samples=5)


@check(points=2, look=DEATHS,
       promise="A worker that ends without an answer raises `WorkerDied` with the chunk's index. No process is left.")
def deaths(explore):
    """A worker that dies, at whatever moment, raises WorkerDied with the index of its chunk."""
    def any_moment(large_one, first):
        def killer():
            gate("the worker is on its way").wait()
            kill_latest()

        def scenario(m):
            spawn(killer, name="the killer", stays=True)
            chunks = [Doomed(), 1] if first else [1, Doomed()]
            outcome = ended(m, partial(as_large, large_one), chunks)
            due = [str(n) * SIZE if large_one else n for n in ((7, 1) if first else (1, 7))]
            expect(is_death(m, outcome, 0) or is_death(m, outcome,
                                                       1) or outcome[0] == "returned" and repr(outcome[1]) == repr(due),
                   "a worker is killed at some moment of its life: all results, or WorkerDied with its index, were due, and "
                   + told(outcome), kind_of(outcome))
            if not first:
                expect(not is_death(m, outcome, 0), f"the worker of chunk 1 is killed, and {told(outcome)}")
        return scenario

    def after_its_answer(m):
        caller = spawn(watch, m, die_later, [1], name="the caller")
        settle()
        gate("the workers' end").open()
        returns(caller.join(), [1], "for [1], when the answer has arrived, and after that a thread that the function has left "
                "ends the worker with exit code 3")

    explore(outcome_of(("exit", 3)), max_schedules=300, samples=30)
    explore(outcome_of(("steps", 3), 1), max_schedules=300, samples=30)
    for plan in ((1, ("exit", 0)), (1, ("signal", signal.SIGKILL), 2), (("exit", 3), ("exit", 4)), (1, 2, ("steps", 0)),
                 (("steps", 3), ValueError("no")), (("signal", signal.SIGTERM), ("b", "large"), KeyError("no")), (1, ("exit",
                         3), 2)):
        explore(outcome_of(*plan), max_schedules=100, samples=10)
    for large_one in (False, True):
        for first in (False, True):
            explore(any_moment(large_one, first), max_schedules=200, samples=20)
    explore(after_its_answer, max_schedules=100, samples=10)


# -- for real --------------------------------------------------------------------------------------------------------

# The chunks are calls, and the function is `operator.call`: a spawned worker need not import this module, which takes its time.

def fate(call, chunks):
    try:
        return ["returned", [len(answer) for answer in call(operator.call, chunks)]]
    except Exception as error:
        return [type(error).__name__, getattr(error, "index", str(error))]


@check(points=2, after=("basics", "large", "errors", "deaths"), real="processes",
       promise="It works with real processes under every start method, and leaves none of them behind.")
def real_processes(module):
    """On real processes: large answers, a worker that dies while another sends, an exception; no zombie is left."""
    call, large, leave = module.scatter_gather, partial(bytes, 2_000_000), partial(os._exit, 3)
    return {"large": fate(call, iter([large, partial(bytes, 5)])), "death": fate(call, [leave, large]),
            "both": fate(call, [large, partial(int, "x"), leave])}


@real_processes.judge
def _(data):
    expect(data["large"] == ["returned", [2_000_000, 5]], "an answer of two million bytes and one of five were due; it came "
           "to this: "
           f"{data['large']}")
    expect(data["death"] == ["WorkerDied", 0], "the first worker called os._exit(3), the second sent two million bytes; "
           "WorkerDied with "
           f"index 0 was due; it came to this: {data['death']}")
    expect(data["both"][0] == "ValueError", "of three workers the second raised ValueError, the third called os._exit(3); it "
           "came to "
           f"this: {data['both']}")
