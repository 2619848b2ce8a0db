"""One call in a process of its own.

Goal: an answer, an exception, a death and a time limit are four ways to end, and each must be told from the others; the child is
joined in every one of them.  Bounds: one child at a time; it may be killed at any of its steps; every moment of a timeout.
"""

import os
import signal
import time

from autograder.checks.dying import die_in_steps, die_slowly_when_killed, exit_now, kill_latest, send_to_myself
from autograder.checks.spec import Exercise, attempt, check, expect, gate, monotonic, settle, sleep, spawn
from autograder.machine import machine
from autograder.standins import signals, threads

EXERCISE = Exercise(
    title="A call in a process of its own",
    provides=("ChildCrashed: Exception", "run_isolated(function, 1, 2, timeout=None)"),
    hints=(
        "Where to look: the child's answer and the child's end are two different events. What do you wait for first, and what do "
        "you know when it has come? What if only one of them ever comes?",
        "Which primitive: a `Pipe` whose writing end only the child holds: close your copy after `start`. Then the end of the "
        "child "
        "ends your `recv` too, with EOFError (or OSError, in the middle of an answer). For the time limit let a thread "
        "receive, and "
        "`join` that thread with the timeout. `kill` cannot be ignored, `terminate` can.",
        "A sketch: the child sends (True, result) or (False, exception). A thread receives that, or nothing at the end of the "
        "file. "
        "Join the thread with the timeout; is it still alive? Then kill the child, and join both: TimeoutError. Else join the "
        "child: "
        "no answer is ChildCrashed(process.exitcode); otherwise return the result or raise the exception.",
    ),
)

ANSWERS = "Send a pair: did the call return or raise, and what. A result may be anything, None and exception objects too."
ENDS = "What tells the caller that no answer will come? And at what moment is the exit code there?"
LIMIT = "Who watches the clock while the answer is waited for? What does the child do that ignores a signal, and who joins it?"


# -- what runs in the child ------------------------------------------------------------------------------------------

class Odd(Exception):
    """An exception of the examiner's own."""

    def __str__(self):
        return "odd"


def give(value):
    return value


def give_all(*values):
    return values


def where():
    return machine().current.space.number


def an_error(text):
    return ValueError(text)


def throw(error):
    raise error


def leave(code):
    exit_now(code)


def die_slowly(numbers):
    """As ``never``, and SIGKILL needs a moment to end the process, as it may for real."""
    die_slowly_when_killed()
    never(numbers)


def leave_in_steps(code):
    die_in_steps(code)


def kill_myself(number):
    send_to_myself(number)


def exit_softly(code):
    raise SystemExit(code)


def wait_for(place, result):
    gate(place).wait()
    return result


def never(numbers):
    """Ignores the signals ``numbers``, and waits for ever."""
    for number in numbers:
        signals.signal(number, signal.SIG_IGN)
    gate("a gate that stays shut").wait()


def take(seconds, result):
    sleep(seconds)
    return result


def die_later(code):
    """Returns 5; a thread that it leaves ends the process with ``code`` when the examiner says so."""
    threads.Thread(target=die_at_gate, args=(code,)).start()
    return 5


def die_at_gate(code):
    gate("the child's end").wait()
    if code:
        exit_now(code)


def slow_answer():
    return SlowToSend()


def linger(seconds):
    """Returns 5; a thread that it leaves keeps the process for some seconds."""
    threads.Thread(target=sleep, args=(seconds,)).start()
    return 5


class SlowToSend:
    """An answer that takes its time to be pickled."""

    def __reduce__(self):
        sleep(10)
        return int, (5,)


class Doomed:
    """An argument: once it is on its way to the child, the examiner may kill that at any moment."""

    def __reduce__(self):
        gate("the child is on its way").open()
        return int, (7,)


# -- how a call ends -------------------------------------------------------------------------------------------------

def watch(m, function, args, options=None):
    """("returned", value) or ("raised", error)."""
    try:
        return "returned", m.run_isolated(function, *args, **(options or {}))
    except NotImplementedError:
        raise
    except Exception as error:
        return "raised", error


def ended(m, function, *args, **options):
    """The same, and a stub is told as such."""
    return attempt("run_isolated", watch, m, function, args, options)


def told(outcome):
    how, what = outcome
    if how == "raised":
        code = f" with exitcode {what.exitcode!r}" if hasattr(what, "exitcode") else ""
        return f"run_isolated raises {type(what).__name__}{code}{f': {what}' if str(what) else ''}"
    return f"run_isolated returns {what if len(repr(what)) < 60 else '…'!r}"


def returns(outcome, due, what):
    how, value = outcome
    expect(how == "returned" and repr(value) == repr(due), f"{what}: {due!r} was due, and {told(outcome)}", kind_of(outcome))


def crashed(m, outcome, code, what):
    expect(is_crash(m, outcome, code), f"{what}: ChildCrashed with exitcode {code} was due, and {told(outcome)}",
           kind_of(outcome))


def kind_of(outcome):
    """What an outcome that was not due is called."""
    known = outcome[0] == "returned" or isinstance(outcome[1], TimeoutError) or hasattr(outcome[1], "exitcode")
    return "wrong_result" if known else "exception"


def is_crash(m, outcome, code):
    how, error = outcome
    if how != "raised" or not isinstance(error, m.ChildCrashed):
        return False
    found = getattr(error, "exitcode", None)
    return isinstance(found, int) and found == code


def is_late(outcome):
    return outcome[0] == "raised" and isinstance(outcome[1], TimeoutError)


@check(points=2, promise="Runs `function(*args)` in a child process and returns its result.", look=ANSWERS)
def basics(explore):
    """The result comes back from a child process, whatever it is, and nobody polls for it."""
    def slow(m):
        caller = spawn(watch, m, wait_for, ("the function's end", 5), name="the caller")
        settle()
        if caller.done:
            outcome = caller.join()
            expect(False, f"the function is still running, and {told(outcome)}", kind_of(outcome))
        gate("the function's end").open()
        returns(caller.join(), 5, "the function returns 5")

    def results(values):
        def scenario(m):
            for value in values:
                returns(ended(m, give, value), value, f"the function returns {value!r}")
        return scenario

    def arguments(m):
        returns(ended(m, give_all), (), "run_isolated(function), for a function that returns its arguments")
        returns(ended(m, give_all, 1, "b", None), (1, "b", None),
                "run_isolated(function, 1, 'b', None), for a function that returns its arguments")
        returns(ended(m, give_all, (1, 2)), ((1, 2),), "run_isolated(function, (1, 2)), for a function that returns its "
                "arguments")
        returns(ended(m, max, 3, 4), 4, "run_isolated(max, 3, 4)")

    def in_a_child(m):
        first, second = ended(m, where), ended(m, where)
        expect(first[0] == second[0] == "returned", f"the function returns a number, and {told(first)}, then {told(second)}")
        expect(0 not in (first[1], second[1]), "the function runs in the caller's own process, not in a child")

    def an_exception(m):
        returns(ended(m, an_error, "x"), ValueError("x"), "the function returns (and does not raise) an exception object")

    explore(slow, max_schedules=300, samples=30)
    explore(results([None]), max_schedules=500, samples=50)
    explore(in_a_child, max_schedules=50, samples=5)
    for values in ([0, False, "", []], [(), {}, (True, 1), ("error", "x")], ["text", {1: [2]}, 1.0, True]):
        explore(results(values), max_schedules=30, samples=5)
    explore(arguments, max_schedules=30, samples=5)
    explore(an_exception, max_schedules=30, samples=5)


@check(points=2, promise="An exception that the function raises is raised here.", look=ANSWERS)
def errors(explore):
    """What the function raises is raised by run_isolated, of whatever type, and no child is left."""
    def raises(error, **options):
        def scenario(m):
            outcome = ended(m, throw, error, **options)
            how, got = outcome
            expect(how == "raised" and type(got) is type(error) and repr(got.args) == repr(error.args),
                   f"the function raises {error!r}, and {told(outcome)}", kind_of(outcome))
        return scenario

    def and_again(m):
        raises(ValueError("no"))(m)
        returns(ended(m, give, 5), 5, "in a second call the function returns 5")

    explore(raises(ValueError("no")), max_schedules=500, samples=50)
    explore(and_again, max_schedules=50, samples=5)
    for error in (KeyError("no"), StopIteration("no"), EOFError("no"), EOFError(), OSError("no"), BrokenPipeError("no"),
                  Odd("no", 1), Odd(),
                  TimeoutError("the function's own"), LookupError("no"), AttributeError("no"), TypeError("no"),
                  ConnectionResetError("no"), RuntimeError("no"), AssertionError("no"), ExceptionGroup("no", [Odd()])):
        explore(raises(error), max_schedules=20, samples=5)
    for error in (ValueError("no"), TimeoutError("the function's own")):
        explore(raises(error, timeout=1000), fair=True, max_schedules=50, samples=5, leaks=False)


@check(points=2, look=ENDS,
       promise="If the child ends without an answer (`os._exit`, a signal), `ChildCrashed` with its exit code. No child is left.")
def crashes(explore):
    """A child that dies raises ChildCrashed with its exit code, at whatever moment it dies."""
    def dies(function, number, code, what):
        return lambda m: crashed(m, ended(m, function, number), code, what)

    def softly(m):
        try:
            outcome = ended(m, exit_softly, 3)
        except SystemExit:
            return
        expect(outcome[0] == "raised" and isinstance(outcome[1], m.ChildCrashed),
               f"the function raises SystemExit(3): that, or ChildCrashed, was due, and {told(outcome)}")

    def any_moment(result, options):
        def killer():
            gate("the child is on its way").wait()
            kill_latest()

        def scenario(m):
            spawn(killer, name="the killer", stays=True)
            outcome = ended(m, give_large if result > 9 else give, Doomed(), **options)
            ok = is_crash(m, outcome, -9) or outcome == ("returned", "7" * result if result > 9 else 7) \
                or options and is_late(outcome)
            expect(ok, "the child is killed at some moment of its life: its result, or ChildCrashed with exitcode -9, was "
                   "due, and "
                   + told(outcome))
        return scenario

    def after_its_answer(m):
        caller = spawn(watch, m, die_later, (3,), name="the caller")
        settle()
        gate("the child's end").open()
        returns(caller.join(), 5, "the function returns 5, and when that has arrived, a thread that it has left ends the "
                "child with "
                "exit code 3")

    def and_again(m):
        crashed(m, ended(m, leave, 3), 3, "the function calls os._exit(3)")
        returns(ended(m, give, 5), 5, "in a second call the function returns 5")

    explore(dies(leave, 3, 3, "the function calls os._exit(3)"), max_schedules=500, samples=50)
    explore(dies(leave_in_steps, 3, 3, "the function calls os._exit(3)"), max_schedules=500, samples=50)
    explore(dies(leave, 0, 0, "the function calls os._exit(0)"), max_schedules=100, samples=10)
    explore(dies(kill_myself, signal.SIGKILL, -9, "the function kills its own process with SIGKILL"), max_schedules=100,
            samples=10)
    explore(dies(kill_myself, signal.SIGTERM, -15, "the function sends its own process SIGTERM"), max_schedules=20, samples=5)
    explore(dies(leave, 255, 255, "the function calls os._exit(255)"), max_schedules=20, samples=5)
    explore(softly, max_schedules=50, samples=5)
    explore(any_moment(1, {}), max_schedules=400, samples=40)
    explore(any_moment(300_000, {}), max_schedules=400, samples=40)
    explore(after_its_answer, max_schedules=50, samples=5)
    explore(and_again, max_schedules=20, samples=5)


def give_large(seven):
    return str(seven) * 300_000


@check(points=2, look=LIMIT,
       promise="Past `timeout` seconds, the child is ended, whatever signals it ignores, and `TimeoutError` raised (the time "
       "runs until "
               "the answer has arrived).")
def timeouts(explore):
    """Past the timeout the child is ended and TimeoutError raised; an answer in time is an answer."""
    def too_slow(function, args, seconds, what, fair=True):
        def scenario(m):
            start = monotonic()
            outcome = ended(m, function, *args, timeout=seconds)
            expect(is_late(outcome), f"{what}, with timeout={seconds}: TimeoutError was due, and {told(outcome)}")
            if fair:
                expect(monotonic() - start >= seconds, f"{what}: with timeout={seconds}, TimeoutError comes after "
                       f"{monotonic() - start:g} "
                       "seconds")
        return scenario

    def in_time(function, args, seconds, due, what):
        return lambda m: returns(ended(m, function, *args, timeout=seconds), due, f"{what}, with timeout={seconds}")

    def dies(m):
        crashed(m, ended(m, leave, 3, timeout=5), 3, "the function calls os._exit(3) at once, with timeout=5")

    def any_time(m):
        outcome = ended(m, give, 7, timeout=5)
        expect(is_late(outcome) or outcome == ("returned", 7), f"the function returns 7, with timeout=5, on a machine that "
               f"may be slow: "
               f"7 or TimeoutError was due, and {told(outcome)}")

    def dies_any_time(m):
        outcome = ended(m, leave, 3, timeout=5)
        expect(is_late(outcome) or is_crash(m, outcome, 3), "the function calls os._exit(3), with timeout=5, on a machine "
               "that may be slow: "
               f"ChildCrashed with exitcode 3 or TimeoutError was due, and {told(outcome)}")

    def fails_any_time(m):
        outcome = ended(m, throw, KeyError("no"), timeout=5)
        expect(is_late(outcome) or outcome[0] == "raised" and type(outcome[1]) is KeyError, "the function raises KeyError, "
               "with timeout=5, "
               f"on a machine that may be slow: KeyError or TimeoutError was due, and {told(outcome)}")

    def slow(m):
        caller = spawn(watch, m, wait_for, ("the function's end", 5), {"timeout": 1000}, name="the caller")
        settle()
        gate("the function's end").open()
        outcome = caller.join()
        expect(is_late(outcome) or outcome == ("returned", 5), f"the function returns 5 after a while, with timeout=1000: "
               f"{told(outcome)}")

    def and_again(m):
        too_slow(never, ([],), 5, "the function never returns")(m)
        returns(ended(m, give, 5, timeout=5), 5, "in a second call the function returns 5, with timeout=5")
        returns(ended(m, take, 20, 6), 6, "in a third call the function returns 6 after 20 seconds, without a timeout")

    ignored = [signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGUSR1]
    fair = {"fair": True, "max_schedules": 100, "samples": 10}
    explore(slow, max_schedules=300, samples=30)
    explore(too_slow(never, ([],), 5, "the function never returns"), **fair)
    explore(too_slow(never, (ignored,), 5, "the function ignores every signal that it can, and never returns"), **fair)
    explore(too_slow(never, ([],), 0, "the function never returns"), **fair)
    explore(too_slow(take, (8, 1), 5, "the function returns after 8 seconds"), **fair)
    explore(too_slow(take, (0.75, 1), 0.5, "the function returns after 0.75 seconds"), **fair)
    explore(in_time(take, (2.25, 7), 2.5, 7, "the function returns 7 after 2.25 seconds"), **fair)
    explore(too_slow(slow_answer, (), 5, "the function returns at once, and its answer needs 10 seconds to be pickled"), **fair)
    explore(in_time(take, (3, 7), 5, 7, "the function returns 7 after 3 seconds"), **fair)
    explore(in_time(linger, (20,), 5, 5, "the function returns 5 at once, and the child goes on for 20 seconds"), **fair)
    explore(in_time(give, (None,), 0.5, None, "the function returns None at once"), **fair)
    explore(dies, **fair)
    explore(and_again, **fair)
    explore(too_slow(die_slowly, ([],), 5, "the function never returns"), **fair)
    explore(too_slow(die_slowly, ([],), 5, "the function never returns", False), max_schedules=400, samples=40)
    for scenario in (any_time, dies_any_time, too_slow(never, ([],), 5, "the function never returns", False), fails_any_time,
                     too_slow(never, (ignored,), 5, "the function ignores every signal that it can", False)):
        explore(scenario, max_schedules=400, samples=40)


# -- for real --------------------------------------------------------------------------------------------------------

def stubborn(path):
    """Ignores what can be ignored, says so, and goes on for a minute."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_IGN)
    with open(path, "w", encoding="utf-8") as file:
        file.write(str(os.getpid()))
    time.sleep(60)


def fate(call, *args, **options):
    try:
        return ["returned", len(call(*args, **options))]
    except Exception as error:
        return [type(error).__name__, getattr(error, "exitcode", str(error))]


@check(points=2, after=("basics", "errors", "crashes", "timeouts"), real="processes",
       promise="A large result (many MB) must not hang. In every case no child is left, not even as a zombie.")
def real_processes(module):
    """On real processes: a result of many megabytes, a death, a child that ignores signals; no zombie is left."""
    call = module.run_isolated
    return {"large": fate(call, bytes, 8_000_000), "large in time": fate(call, bytes, 3_000_000, timeout=50),
            "error": fate(call, int, "x"), "exit": fate(call, os._exit, 7), "signal": fate(call, signal.raise_signal, 9),
            "ended": fate(call, stubborn, "child", timeout=0.4)}


@real_processes.judge
def _(data):
    expect(data["large"] == ["returned", 8_000_000], f"a result of 8,000,000 bytes was due; it came to this: {data['large']}")
    expect(data["large in time"] == ["returned", 3_000_000], "a result of 3,000,000 bytes, with timeout=50, was due; it came to "
           f"this: {data['large in time']}")
    expect(data["error"][0] == "ValueError", f"int('x') raised ValueError; it came to this: {data['error']}")
    expect(data["exit"] == ["ChildCrashed", 7], f"the function called os._exit(7); it came to this: {data['exit']}")
    expect(data["signal"] == ["ChildCrashed", -9], f"the function killed its process with signal 9; it came to this: "
           f"{data['signal']}")
    expect(data["ended"][0] == "TimeoutError", "the function ignored signals and went on for a minute, with timeout=0.4; it "
           "came to "
           f"this: {data['ended']}")
