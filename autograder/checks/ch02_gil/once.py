"""A function that is called once, however many threads want its result.

Goal: the decision who calls, the waiting of the others, and what a failure means for them are one piece of state under one
lock of each callable's own.  Bounds: up to three callers at once; up to two failing calls; two callables.
"""

import threading
from concurrent.futures import CancelledError, InvalidStateError
from queue import Empty

from autograder.checks.spec import Exercise, attempt, check, expect, fail, gate, meet, notes, settle, spawn, still_waits

EXERCISE = Exercise(
    title="Call it once",
    provides=("once(function)",),
    hints=(
        "Where to look: three things can be true of your callable: nobody has called the function yet, somebody is calling it "
        "now, its result is there. Which of them does a caller find, and what happens between its looking and its acting?",
        "Which primitive: one `Lock` for each callable, held while its function runs, makes the others wait, and a failing call "
        "lets the next one in. Keep apart \"there is a result\" and the result itself: `None` is a result.",
        "A sketch: once: make a lock, done = False, result = None. The callable: with the lock: if not done: result = "
        "function(), then done = True; return result. An exception leaves `with` by itself, and done is still False.",
    ),
)

DECIDE = "Between the look whether the result is there and the call of the function, can another thread get in?"
AGAIN = "What does a failing call leave behind: a lock, a flag, an event? And who tells those that wait that it is their turn?"
OWN = "Look for what two callables share: a lock at module level, a condition, a dictionary whose keys may be equal."


class Thing:
    """What is called.  plan: what its calls do, in order: an exception is raised, all else returned.

    place: each call waits for the gate of this name and its number.
    function: what the module gets, a plain function.
    """

    def __init__(self, *plan, place=""):
        self.plan = plan
        self.place = place
        self.calls = []
        self.function = lambda: self.load()

    def load(self):
        self.calls.append(self)
        number = self.times()
        if number > len(self.plan):
            fail(f"the function is called {number} times, though it " + ("has succeeded" if len(self.plan) == 1 else
                 f"fails {len(self.plan) - 1} times only, and then succeeds") + ": at most one call may succeed")
        if self.place:
            gate(f"{self.place} {number}").wait()
        outcome = self.plan[number - 1]
        if isinstance(outcome, Exception) and outcome not in notes().returned:
            raise outcome
        return outcome

    def times(self):
        return self.calls.count(self)       # one atomic step, like append


def watch(callable_):
    """("result", value) or ("error", exception) of one call."""
    try:
        return "result", callable_()
    except NotImplementedError:
        raise
    except Exception as error:
        return "error", error


def told(outcome):
    kind, value = outcome
    return f"returned {value!r}" if kind == "result" else f"raised {type(value).__name__}({value})"


@check(points=2, promise="The returned callable takes no arguments and calls `function()` at most once successfully. A `None` "
                         "result is a result.",
       look="How does your callable know that there is a result already? The result itself cannot tell: it may be anything.")
def basics(explore):
    """One thread calls it again and again: the function runs once, and its one result comes back every time."""
    def scenario(m):
        failed = ValueError("returned, not raised")
        notes().returned = [failed]
        for result in ([], None, 0, False, "", 7, {}, failed, ..., NotImplemented, print):
            thing = Thing(result)
            callable_ = attempt("once(function)", m.once, thing.function)
            expect(not thing.times(), "once(function) calls the function itself; only the returned callable may")
            for number in range(3):
                got = attempt("the callable", callable_)
                expect(got is result, f"the function returned {result!r}; call {number + 1} of the callable returned {got!r}")
                expect(thing.times() == 1, f"the function returned {result!r}, and after {number + 1} calls of the callable "
                       f"it had been called {thing.times()} times")

    def two(m):
        notes().returned = []
        callables = [attempt("once(function)", m.once, Thing(number).function) for number in range(2)]
        for _ in range(2):
            got = [attempt("the callable", callable_) for callable_ in callables]
            expect(got == [0, 1], f"two callables, of functions that return 0 and 1, returned {got}: they share something")

    explore(scenario)
    explore(two)


@check(points=3, look=DECIDE,
       promise="`function()` is called at most once successfully, however many threads call at the same time; every caller gets "
               "the one result, and no caller returns before it exists.")
def one_call(explore):
    """Many threads call it at once: the function runs once, all wait for its result, and all get it."""
    def at_once(callers, result):
        def scenario(m):
            notes().returned = []
            thing = Thing(result)
            callable_ = attempt("once(function)", m.once, thing.function)
            workers = [spawn(callable_, name=f"caller {i + 1}") for i in range(callers)]
            for worker in workers:
                got = worker.join()
                expect(got is result, f"the function returned {result!r}; {worker.name} got {got!r}")
            expect(thing.times() == 1, f"{callers} threads called at once, and the function was called "
                   f"{thing.times()} times")
            got = attempt("the callable", callable_)
            expect(got is result and thing.times() == 1, f"afterwards one more call returned {got!r}; the function was called "
                   f"{thing.times()} times")
        return scenario

    def slow(m):
        notes().returned = []
        thing = Thing(None, place="the function's end")
        callable_ = attempt("once(function)", m.once, thing.function)
        first = spawn(callable_, name="caller 1")
        settle()
        others = [spawn(callable_, name=f"caller {i}") for i in (2, 3)]
        settle()
        for worker in (first, *others):
            still_waits(worker, f"{worker.name} has returned while the function was still running: there is no result yet")
        expect(thing.times() == 1, f"while one call was running, the function was called again: {thing.times()} calls")
        gate("the function's end 1").open()
        settle()
        for worker in (first, *others):
            expect(worker.done, f"the result is there, and {worker.name} still waits", "lost_wakeup")
            expect(worker.join() is None, f"the function returned None; {worker.name} got {worker.join()!r}")
        expect(thing.times() == 1, f"the function returned None, and was called {thing.times()} times")

    def while_running(m):
        notes().returned = []
        result = []
        thing = Thing(result, place="the function's end")
        callable_ = attempt("once(function)", m.once, thing.function)
        workers = [spawn(callable_, name=f"caller {i + 1}") for i in range(2)]
        gate("the function's end 1").open()
        for worker in workers:
            expect(worker.join() is result, f"{worker.name} got {worker.join()!r}, not the function's result")
        expect(thing.times() == 1, f"two threads called at once, and the function was called {thing.times()} times")

    explore(slow)
    explore(at_once(2, "result"))
    explore(at_once(2, None))
    explore(at_once(3, []))
    explore(while_running)


@check(points=2, look=AGAIN,
       promise="If `function` raises, the caller that ran it gets the exception, and a later or waiting caller runs it again.")
def errors(explore):
    """The function raises: only the caller that ran it gets the exception, and the next one runs it again."""
    def one_thread(m):
        notes().returned = []
        for kind in (ValueError, StopIteration, KeyError, IndexError, AttributeError, NameError, UnboundLocalError, TypeError,
                     RuntimeError, TimeoutError, AssertionError, Empty, CancelledError, InvalidStateError):
            error = kind("no")
            again = type(error)("no again")
            thing = Thing(error, again, None)
            callable_ = attempt("once(function)", m.once, thing.function)
            for number, due in enumerate((error, again)):
                got = attempt("the callable", watch, callable_)
                expect(got[0] == "error" and got[1] is due, f"call {number + 1} of the function raised "
                       f"{type(due).__name__}({due}), and its caller's call {told(got)}")
            for _ in range(2):
                got = attempt("the callable", watch, callable_)
                expect(got == ("result", None), f"the function failed twice and then returned None; the callable {told(got)}")
                expect(thing.times() == 3, f"it was called {thing.times()} times; it failed twice and succeeded once")

    def another_thread(m):
        notes().returned = []
        error = ValueError("no")
        thing = Thing(error, 5)
        callable_ = attempt("once(function)", m.once, thing.function)
        got = spawn(watch, callable_, name="caller 1").join()
        expect(got == ("error", error), f"the function raised ValueError; the only caller's call {told(got)}")
        later = spawn(watch, callable_, name="caller 2", stays=True)
        settle()
        expect(later.done, "the function raised in one thread, and a later call from another thread waits for ever", "deadlock")
        expect(later.join() == ("result", 5),
               f"the function raised and would now return 5; a later caller's call {told(later.join())}")

    def waiting(callers, failures):
        def scenario(m):
            notes().returned = []
            plan = [ValueError(f"failure {i + 1}") for i in range(failures)]
            thing = Thing(*plan, 5, place="end of call")
            callable_ = attempt("once(function)", m.once, thing.function)
            first = spawn(watch, callable_, name="caller 1")
            settle()
            others = [spawn(watch, callable_, name=f"caller {i + 2}") for i in range(callers - 1)]
            settle()
            for number in range(failures + 1):
                for worker in others:
                    if thing.times() <= number and worker.done:
                        fail(f"a call of the function failed; {worker.name}, which had waited for it, does not run it again, but "
                             f"its call {told(worker.join())}")
                expect(thing.times() == number + 1, f"the function failed {number} times while others waited, and it was called "
                       f"{thing.times()} times: " + ("nobody runs it again" if thing.times() <= number else
                                                           "two ran it at once"),
                       "lost_wakeup" if thing.times() <= number else "wrong_result")
                gate(f"end of call {number + 1}").open()
                settle()
                if not number:
                    expect(first.done, "the function has raised, and the caller that ran it still waits", "deadlock")
                    expect(first.join() == ("error", plan[0]), "caller 1 ran the function, which raised ValueError(failure 1); "
                           f"its call {told(first.join())}")
            outcomes = []
            for worker in others:
                expect(worker.done, f"the function has returned 5, and {worker.name} still waits", "lost_wakeup")
                outcomes.append(worker.join())
            judge(outcomes, plan[1:], thing)
        return scenario

    def at_once(callers, failures):
        def scenario(m):
            notes().returned = []
            plan = [ValueError(f"failure {i + 1}") for i in range(failures)]
            thing = Thing(*plan, 5)
            callable_ = attempt("once(function)", m.once, thing.function)
            workers = [spawn(watch, callable_, name=f"caller {i + 1}") for i in range(callers)]
            judge([worker.join() for worker in workers], plan, thing)
            if callers == failures:
                got = attempt("the callable", watch, callable_)
                expect(got == ("result", 5),
                       f"{callers} calls failed, the next would return 5; a later caller's call {told(got)}")
        return scenario

    for scenario in (one_thread, another_thread, waiting(2, 1), at_once(2, 1), waiting(3, 1), waiting(3, 2), at_once(2, 2),
                     at_once(3, 1)):
        explore(scenario)


def judge(outcomes, failures, thing):
    """Each of ``failures`` must have reached one caller, and all the others must have got 5."""
    seen = "; ".join(told(o) for o in outcomes)
    raised = [value for kind, value in outcomes if kind == "error"]
    expect(len(raised) == len(failures) and all(any(r is f for r in raised) for f in failures),
           f"{len(failures)} of the function's calls failed, each in one caller, who alone gets that exception; the callers' "
           f"calls: {seen}")
    expect(all(value == 5 for kind, value in outcomes if kind == "result"),
           f"the function returned 5; the callers' calls: {seen}")
    succeeded = thing.times() - sum(isinstance(p, Exception) for p in thing.plan)
    expect(succeeded <= 1, f"the function was called {succeeded} times successfully")


@check(points=2, look=OWN,
       promise="Two different `once` callables never wait for each other.")
def independence(explore):
    """Two callables run at once, also one inside the other, and also when they were made of the same function."""
    def together(m):
        one = m.once(lambda: meet(2, "the two functions"))
        other = m.once(lambda: meet(2, "the two functions"))
        first, second = spawn(one, name="caller of one"), spawn(other, name="caller of the other")
        first.join()
        second.join()

    def inside(m):
        other = m.once(lambda: 1)
        one = m.once(lambda: other() + 1)
        worker = spawn(one, name="caller of one")
        got = attempt("the callable", other)
        expect((worker.join(), got) == (2, 1),
               f"one function calls the other callable, which returned {got!r}; it got {worker.join()!r}")

    def while_one_runs(other):
        def scenario(m):
            notes().returned = []
            slow = Thing(1, 2, place="the slow function's end")
            functions = {"": (slow.function, lambda: 2), "made of the same function, ": (slow.function, slow.function),
                         "made of the same method, ": (slow.load, slow.load)}[other]
            one = m.once(functions[0])
            first = spawn(one, name="caller of one")
            settle()
            gate("the slow function's end 2").open()
            worker = spawn(lambda: m.once(functions[1])(), name="caller of the other", stays=True)
            settle()
            expect(worker.done, f"while one callable's function runs, a call of another callable, {other}waits for it",
                   "deadlock")
            expect(worker.join() == 2, f"the other callable returned {worker.join()!r}, not 2")
            gate("the slow function's end 1").open()
            expect(first.join() == 1, f"the first callable returned {first.join()!r}, not 1")
        return scenario

    def waiters(m):
        notes().returned = []
        callables = [m.once(Thing(name, place=f"end of {name}").function) for name in "ab"]
        runners = [spawn(c, name=f"caller of {name}") for c, name in zip(callables, "ab")]
        settle()
        late = []
        for c, name in zip(callables, "ab"):
            late.append(spawn(c, name=f"waiter for {name}"))
            settle()
        for number in (1, 0):
            name = "ab"[number]
            gate(f"end of {name} 1").open()
            settle()
            for worker in (runners[number], late[number]):
                expect(worker.done, f"the function of {name} has ended, and the {worker.name} still waits", "lost_wakeup")
                expect(worker.join() == name, f"the {worker.name} got {worker.join()!r}")
            if number:
                for worker in (runners[0], late[0]):
                    still_waits(worker, f"the {worker.name} returned when only the function of b had ended")

    explore(together)
    explore(inside)
    for other in ("", "made of the same function, ", "made of the same method, "):
        explore(while_one_runs(other))
    explore(waiters)


@check(points=1, after=("basics", "one_call", "errors", "independence"), real=True,
       promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, eight callers share one result, after a call that fails; two callables run at once."""
    calls, results, failures = [], [], []
    both = threading.Barrier(2)

    def function():
        calls.append(1)
        if len(calls) == 1:
            raise ValueError("the first call fails")
        return len(calls)

    def call(callable_):
        start.wait()
        try:
            results.append(callable_())
        except ValueError:
            failures.append(1)

    callable_ = module.once(function)
    meeting = [module.once(lambda: both.wait() < 2) for _ in range(2)]
    start = threading.Barrier(8)
    threads = [threading.Thread(target=call, args=(callable_,)) for _ in range(8)]
    threads += [threading.Thread(target=lambda c=c: met.append(c())) for c in meeting]
    met = []
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"calls": len(calls), "results": results, "failures": len(failures), "met": met}


@real_threads.judge
def _(data):
    expect(data["calls"] == 2, f"the function failed once, and was called {data['calls']} times")
    expect(data["failures"] == 1, f"one call of the function failed, and {data['failures']} callers got an exception")
    expect(data["results"] == [2] * 7, f"the function returned 2; the other callers got {data['results']}")
    expect(data["met"] == [True, True], "two callables did not run at once")
