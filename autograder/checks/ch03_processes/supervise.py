"""A supervisor that starts a failing process again.

Goal: wait for the end of each process before anything is decided; count restarts, not starts; tell the exit code 0 from all
others.  Bounds: up to six starts of one target; a process may die at any of its steps.
"""

import os
import signal

from autograder.checks.dying import die_in_steps, exit_now, kill_latest, send_to_myself
from autograder.checks.spec import Exercise, attempt, check, expect, expect_raises, fail, gate, notes, settle, spawn
from autograder.machine import machine
from autograder.standins.processes import poll

EXERCISE = Exercise(
    title="A supervisor for a process",
    provides=("supervise(target, args=(), max_restarts=3)",),
    hints=(
        "Where to look: what has to be known before you can decide whether to start again? And how many starts are that at "
        "most, if "
        "there are `max_restarts` restarts?",
        "Which primitive: `multiprocessing.Process`, a new object for each start. `join()` without a timeout waits for its end; "
        "`exitcode` is None before that, 0 for success, and negative when a signal ended the process.",
        "A sketch: refuse a negative `max_restarts`. For each of the `max_restarts + 1` possible starts: make a process with the "
        "target and the args, start it, join it, append its exit code; stop when that is 0. Return the list.",
    ),
)

COUNT = "One first start and at most `max_restarts` more. Which exit codes stop it, and which do not?"
WAIT = "When is the exit code of a process known? `join()` without a timeout is the one way to be sure."
BEFORE = "Look at the arguments first, before there is anything to clean up."


# -- targets ---------------------------------------------------------------------------------------------------------

class Odd(Exception):
    """An exception of the examiner's own."""


def begin(*args):
    """A process begins: the one before it must have ended.  Returns how many there were before."""
    written = notes()
    earlier = written.spaces.copy()         # one call, so that no race is told of what the examiner itself writes down
    before = len(earlier)
    for space in earlier:
        if poll(space) is None:
            fail(f"start {before + 1} of the target happens while start {before} may still be running: its exit code cannot "
                 f"be known "
                 "yet", "overlap")
    written.spaces.append(machine().current.space)
    written.args.append(args)
    return before


def follow(plan):
    """The target: its start number n ends as plan[n] says; starts that are not planned succeed."""
    number = begin(plan)
    finish(plan[number] if number < len(plan) else 0)


def finish(how):
    """An exit code; "raise", "text", "none", "kill", "term", "hard" or "steps"."""
    if how == "raise":
        raise Odd("the target fails")
    if how == "text":
        raise SystemExit("the target gives up")
    if how == "none":
        raise SystemExit
    if how == "kill":
        send_to_myself(signal.SIGKILL)
    if how == "term":
        send_to_myself(signal.SIGTERM)
    if how == "hard":
        exit_now(4)
    if how == "steps":
        die_in_steps(4)
    if how:
        raise SystemExit(how)


CODES = {"raise": 1, "text": 1, "none": 0, "kill": -9, "term": -15, "hard": 4, "steps": 4}


def tell(*args):
    """Succeeds; what it returns is no exit code."""
    begin(*args)
    if machine().current.space.number == 0:
        fail("the target runs in the caller's own process, not in a process of its own")
    return 7


def slow(place):
    """Waits for the examiner; fails the first time."""
    number = begin(place)
    gate(f"{place} {number + 1}").wait()
    if number == 0:
        raise SystemExit(5)


class Doomed:
    """An argument: once it is on its way to the process, the examiner may kill that at any moment."""

    def __reduce__(self):
        gate("a process is on its way").open()
        return int, (7,)


# -- scenarios -------------------------------------------------------------------------------------------------------

def start():
    notes().spaces, notes().args = [], []


def supervised(m, plan, **options):
    """Supervise a target that ends as ``plan`` says; compare the exit codes."""
    start()
    text = "".join(f", {name}={value!r}" for name, value in options.items())
    got = attempt("supervise", m.supervise, follow, (plan,), **options)
    due = [CODES.get(how, how) for how in plan[:options.get("max_restarts", 3) + 1]]
    due = due[:due.index(0) + 1] if 0 in due else due + [0] * (len(plan) <= options.get("max_restarts", 3))
    expect(isinstance(got, list), f"supervise returned a {type(got).__name__}, not a list")
    expect(repr(got) == repr(due), f"supervise(target, args{text}), for a target that ends with {what(plan)}, and with 0 "
           f"after that: "
           f"{shown(due)} was due, {shown(got)} was returned")
    started = len(notes().spaces.copy())
    expect(started == len(due), f"supervise(target, args{text}) returned {got!r}, but started the target {started} times")


def shown(codes):
    return repr(codes) if len(codes) <= 10 else f"{codes[:3]!r}… ({len(codes)} exit codes)"


def what(plan):
    if len(plan) > 10:
        return f"{what(plan[:1])} ({plan.count(plan[0])} times)" + (f", {what(plan[-1:])}" if plan[-1] != plan[0] else "")
    words = {"raise": "an exception", "text": "sys.exit('…')", "none": "sys.exit()", "kill": "SIGKILL", "term": "SIGTERM",
             "hard": "os._exit(4)", "steps": "os._exit(4)"}
    return ", ".join(words.get(how, f"exit code {how}") for how in plan)


def plans(*several, **options):
    def scenario(m):
        for plan in several:
            supervised(m, plan, **options)
    return scenario


# What is left behind costs the check nothing_left only: the others do not ask for it.

@check(points=2, promise="Starts `target(*args)` as a process; stops at the first zero. Returns the exit codes in order.",
       look=WAIT)
def basics(explore):
    """The target runs in a process of its own; the exit codes come back in order, and the first zero stops it."""
    def waits(m):
        start()
        caller = spawn(m.supervise, slow, ("the end of start",), name="the caller")
        settle()
        for number in (1, 2):
            if caller.done:
                got = caller.join()
                expect(False, f"supervise returned {got!r} while start {number} of the target was still running")
            expect(len(notes().spaces.copy()) == number, f"after {number} starts were due, there have been {len(notes().spaces.copy())}")
            gate(f"the end of start {number}").open()
            settle()
        got = caller.join()
        expect(got == [5, 0], f"the target ends with 5, then with 0; supervise returned {got!r}")

    def own_process(m):
        start()
        got = attempt("supervise", m.supervise, tell)
        expect(got == [0] and notes().args.copy() == [()], f"supervise(target), for a target that returns 7 (no exit code), returned {got!r}; the "
               f"target was "
               f"called with {notes().args.copy()}")

    explore(waits, max_schedules=300, samples=30, leaks=False)
    explore(own_process, max_schedules=100, samples=10, leaks=False)
    explore(plans((0,)), max_schedules=300, samples=30, leaks=False)
    explore(plans((3, 0)), max_schedules=500, samples=50, leaks=False)
    explore(plans((3, 4, 0)), max_schedules=200, samples=20, leaks=False)
    explore(plans((0,), (3, 0), (0,)), max_schedules=100, samples=10, leaks=False)


@check(points=3, look=COUNT,
       promise="When it ends with a non-zero exit code starts it again, at most `max_restarts` times.")
def restarts(explore):
    """Every non-zero exit code leads to another start, at most max_restarts times; never two at once."""
    def killed_at_any_moment(m):
        def killer():
            gate("a process is on its way").wait()
            kill_latest()

        start()
        spawn(killer, name="the killer", stays=True)
        got = attempt("supervise", m.supervise, begin, (Doomed(),))
        expect(got in ([-9, 0], [0]), "the process is killed at some moment of its life, and its successor succeeds: [-9, 0], "
               "or [0] if "
               f"that comes too late, was due; {got!r} was returned")

    def two_callers(m):
        other = spawn(m.supervise, finish, (6,), 1, name="another caller")
        got = attempt("supervise", m.supervise, finish, (5,), 2)
        expect(got == [5, 5, 5], f"the target ends with 5, max_restarts=2, while another thread supervises too: {got!r} was "
               f"returned")
        expect(other.join() == [6, 6], f"the target ends with 6, max_restarts=1, while another thread supervises too: "
               f"{other.join()!r} "
               "was returned")

    explore(plans(("hard", "steps"), max_restarts=1), max_schedules=500, samples=50, leaks=False)
    explore(plans(("steps", "steps", "steps"), max_restarts=1), max_schedules=300, samples=30, leaks=False)
    for how in ("raise", "kill", "term", "text", "none", 2, 255, 1):
        explore(plans((how,)), max_schedules=50, samples=5, leaks=False)
    explore(plans((3, 3, 3, 3, 3, 3)), max_schedules=50, samples=5, leaks=False)
    for most in (0, 1, 2, 5):
        for plan in ((3,) * (most + 2), (3,) * most):
            explore(plans(plan, max_restarts=most), max_schedules=20, samples=5, leaks=False)
    for plan in ((2, "kill", 0, 9), ("raise", 1, "term"), (7, 7, 7, 7)):
        explore(plans(plan, max_restarts=3), max_schedules=20, samples=5, leaks=False)
    explore(plans((3, 3), (3, 3, 0), max_restarts=2), max_schedules=20, samples=5, leaks=False)
    explore(killed_at_any_moment, max_schedules=300, samples=30, leaks=False)
    explore(two_callers, max_schedules=100, samples=10, leaks=False)
    explore.once(plans((3,) * 40, max_restarts=30), leaks=False)


@check(points=2, look=BEFORE,
       promise="Starts `target(*args)`. `max_restarts < 0` is a `ValueError`, before anything starts.")
def arguments(explore):
    """The target gets its arguments; a negative max_restarts is a ValueError before anything starts."""
    def passed_on(*args):
        def scenario(m):
            start()
            got = attempt("supervise", m.supervise, tell, args)
            expect(got == [0], f"supervise(target, {args!r}), for a target that takes any arguments and returns 7, returned "
                   f"{got!r}")
            expect(repr(notes().args.copy()) == repr([args]), f"supervise(target, {args!r}) called the target with {notes().args.copy()[0]!r}")
        return scenario

    def every_time(m):
        start()
        got = attempt("supervise", m.supervise, fail_with, (4, "b"), 1)
        expect(got == [4, 4] and notes().args.copy() == [(4, "b"), (4, "b")], "supervise(target, (4, 'b'), 1), for a target that "
               "ends with 4, "
               f"returned {got!r}; the target was called with {notes().args.copy()}")

    def negative(number):
        def scenario(m):
            start()
            expect_raises(ValueError, m.supervise, tell, (), number, what=f"supervise(target, (), {number})")
            expect(len(machine().spaces) == 1, f"supervise(target, (), {number}) starts the target before it raises ValueError")
        return scenario

    def by_name(m):
        start()
        got = attempt("supervise", m.supervise, target=fail_with, max_restarts=0, args=(4, 5))
        expect(got == [4], f"supervise(target=…, max_restarts=0, args=(4, 5)), for a target that ends with 4, returned {got!r}")

    for scenario in (negative(-1), negative(-7), passed_on(), passed_on(1), passed_on(1, 2), passed_on((1, 2)), passed_on(None),
                     passed_on("text", {"a": [1]}), every_time, by_name):
        explore(scenario, max_schedules=100, samples=10, leaks=False)


def fail_with(code, other):
    begin(code, other)
    raise SystemExit(code)


@check(points=1, look="Every process that you have started must have been joined before you return.",
       promise="When the call returns, its processes have ended and been joined; its threads too.")
def nothing_left(explore):
    """When it returns, no process and no thread of its own is left, not even as a zombie."""
    for options, plan in (({}, (0,)), ({"max_restarts": 1}, ("steps", "steps")), ({"max_restarts": 0}, ("kill",)), ({},
            ("raise", 0)),
                          ({"max_restarts": 2}, (3, 3, 3))):
        explore(plans(plan, **options), max_schedules=200, samples=20)


# -- for real --------------------------------------------------------------------------------------------------------

def really(path, plan):
    """Ends as plan says; the file holds one byte for each start."""
    with open(path, "a", encoding="utf-8") as file:
        file.write("x")
    how = plan[os.path.getsize(path) - 1]
    if how < 0:
        os.kill(os.getpid(), -how)
    raise SystemExit(how)


@check(points=2, after=("basics", "restarts", "arguments", "nothing_left"), real="processes",
       promise="It works with real processes under every start method, and leaves none of them behind.")
def real_processes(module):
    """On real processes: exit codes, a signal, the first zero, and the last restart."""
    return {"zero": module.supervise(really, ("starts", [3, -9, 0, 0])), "most": module.supervise(os._exit, (101,), 1),
            "starts": os.path.getsize("starts")}


@real_processes.judge
def _(data):
    expect(data["zero"] == [3, -9, 0], f"the target ended with 3, SIGKILL, 0: [3, -9, 0] was due, {data['zero']} was returned")
    expect(data["most"] == [101, 101], f"supervise(os._exit, (101,), 1): [101, 101] was due, {data['most']} was returned")
    expect(data["starts"] == 3, f"3 starts were due; there were {data['starts']}")
