"""A future from a condition.

Goal: one state that is set once, under one lock; everybody who waits is woken; callbacks run exactly once, with the lock let go.
Bounds: up to three waiters; two calls that end the future at once; up to two callbacks that are added meanwhile.
"""

import threading
from concurrent.futures import CancelledError, InvalidStateError

from autograder.checks.failure import unexpected
from autograder.checks.spec import Exercise, attempt, check, expect, monotonic, returned, settle, sleep, spawn, still_waits

EXERCISE = Exercise(
    title="A future",
    provides=("Future()", ".set_result(value)", ".set_exception(error)", ".result(timeout=None)", ".exception(timeout=None)",
              ".done()", ".cancel()", ".cancelled()", ".add_done_callback(fn)"),
    forbids=("asyncio", "Future", "ThreadPoolExecutor", "ProcessPoolExecutor"),
    hints=(
        "Where to look: a future is in one of three states: pending, finished, cancelled. Everything that looks at the state and "
        "then changes it must do both in one go.",
        "Which primitive: one `Condition` guards the state, the value and the list of callbacks, and is where `result` and "
        "`exception` wait. `wait_for` takes a predicate and a timeout in all. Call nobody's function while you hold it.",
        "A sketch: to end: with the condition: if not pending, raise InvalidStateError; store the state and the value, take the "
        "list of callbacks away, notify_all. Then, without the lock, call each of them and swallow its Exception. "
        "add_done_callback: with the condition: if pending, append and return. Otherwise call it, without the lock.",
    ),
)

ENDS = ("set_result", "set_exception", "cancel")
LOCKED = "Is anything still held, or still half done, while a callback runs? Take the callbacks out under the lock, and call them after it."
VALUES = (None, 0, False, "", 7, [1], ValueError("a value, not an error"))


def call(what, function, *args, **kwargs):
    """("returned", value) or ("raised", error) of a call of the learner's.  What is not written yet is told at once."""
    try:
        return "returned", function(*args, **kwargs)
    except NotImplementedError as error:
        raise unexpected(error, what) from error
    except Exception as error:
        return "raised", error


def kind_of(outcome):
    return "exception" if outcome[0] == "raised" else "wrong_result"


def told(outcome):
    how, what = outcome
    return f"returned {what!r}" if how == "returned" else f"raised {type(what).__name__}" + (f": {what}" if str(what) else "")


def returns(value, what, function, *args, because="", **kwargs):
    """The call must return this very object."""
    outcome = call(what, function, *args, **kwargs)
    expect(outcome[0] == "returned" and outcome[1] is value, f"{because}{what} {told(outcome)}; it must return {value!r}", kind_of(outcome))


def raises(kind, what, function, *args, because="", **kwargs):
    """The call must raise this class of errors, or this very error."""
    outcome = call(what, function, *args, **kwargs)
    right = outcome[0] == "raised" and (isinstance(outcome[1], kind) if isinstance(kind, type) else outcome[1] is kind)
    expect(right, f"{because}{what} {told(outcome)}; it must raise " + (kind.__name__ if isinstance(kind, type) else repr(kind)))


def looks(future, done, cancelled, because):
    for name, wanted in (("done", done), ("cancelled", cancelled)):
        got = attempt(f"{name}()", getattr(future, name))
        expect(bool(got) is wanted, f"{because}, {name}() returns {got!r}, not {wanted}")


def end(future, how, what):
    """End it with set_result(what), set_exception(what) or cancel()."""
    if how == "cancel":
        return returns(True, "cancel()", future.cancel)
    attempt(f"{how}({what!r})", getattr(future, how), what)


def has_ended(future, how, what):
    """It must have ended so, and tell everybody the same."""
    if how == "cancel":
        looks(future, True, True, "after cancel()")
        raises(CancelledError, "result()", future.result, because="after cancel(), ")
        raises(CancelledError, "exception()", future.exception, because="after cancel(), ")
        return
    because = f"after {how}({what!r}), "
    looks(future, True, False, because[:-2])
    if how == "set_result":
        returns(what, "result()", future.result, because=because)
        returns(None, "exception()", future.exception, because=because)
    else:
        raises(what, "result()", future.result, because=because)
        returns(what, "exception()", future.exception, because=because)


def new(m):
    return attempt("Future()", m.Future)


def value_for(how):
    return KeyError("from outside") if how == "set_exception" else "value"


@check(points=2, promise="Set once: a second set, or a set after `cancel`, is an `InvalidStateError`. `cancel` succeeds only before it is "
                         "done. `result` returns, or raises the set exception or `CancelledError`; `None` is a result.")
def basics(explore):
    """One thread sets a future, reads it, cancels it; nothing can be set twice."""
    def results(m):
        for value in VALUES:
            future = new(m)
            looks(future, False, False, "before anything is set")
            end(future, "set_result", value)
            has_ended(future, "set_result", value)
            has_ended(future, "set_result", value)
            returns(False, "cancel()", future.cancel, because=f"after set_result({value!r}), ")
            has_ended(future, "set_result", value)
            returns(value, "result(timeout=0)", future.result, timeout=0, because="the result is there: ")
            returns(value, "result(5)", future.result, 5, because="the result is there: ")
            returns(None, "exception(timeout=0)", future.exception, timeout=0, because="the result is there: ")

    def errors(m):
        for error in (KeyError("k"), StopIteration(3), TimeoutError("not yours"), CancelledError()):
            future = new(m)
            end(future, "set_exception", error)
            has_ended(future, "set_exception", error)
            has_ended(future, "set_exception", error)
            returns(False, "cancel()", future.cancel, because=f"after set_exception({error!r}), ")
            has_ended(future, "set_exception", error)
            returns(error, "exception(timeout=0)", future.exception, timeout=0, because="the exception is there: ")

    def once(m):
        for first in ENDS:
            future, what = new(m), value_for(first) if first != "set_result" else None
            end(future, first, what)
            for second in ENDS[:2]:
                raises(InvalidStateError, f"{second}(…)", getattr(future, second), value_for(second), because=f"after {first}, ")
                has_ended(future, first, what)
        again = call("cancel()", future.cancel)
        expect(again[0] == "returned", f"a second cancel() {told(again)}; it may return either, but raise nothing")
        has_ended(future, "cancel", None)

    def two(m):
        one, other, third = new(m), new(m), new(m)
        end(one, "set_result", 1)
        looks(other, False, False, "when another future has its result")
        end(other, "cancel", None)
        has_ended(one, "set_result", 1)
        looks(third, False, False, "when another future is cancelled")
        end(third, "set_result", 3)
        has_ended(one, "set_result", 1)
        has_ended(other, "cancel", None)

    for scenario in (results, errors, once, two):
        explore(scenario)


@check(points=2, promise="`result` returns, or raises the set exception, `CancelledError`, or `TimeoutError`.",
       look="Who wakes up those who wait, and all of them? How much of the timeout is left after a wake-up?")
def waiting(explore):
    """`result` and `exception` wait until the future is done, or their time is over, and neither polls."""
    def waits(how, settled):
        def scenario(m):
            future, what = new(m), value_for(how)
            calls = ("result", "result", "exception") if settled else ("result", "exception")
            waiters = [spawn(call, name + "()", getattr(future, name), name=f"{name}() {i + 1}") for i, name in enumerate(calls)]
            if settled:
                settle()
                for waiter in waiters:
                    does_wait(waiter)
            ender = spawn(end, future, how, what, name=how)
            settle()
            expect(ender.done, f"{how} does not return while others wait for the result", "deadlock")
            ender.join()
            for name, waiter in zip(calls, waiters):
                expect(waiter.done, f"{waiter.name} still waits after {how}: nobody has woken it", "lost_wakeup")
                same(waiter.join(), name, how, what)
        return scenario

    def explicit_none(m):
        future = new(m)
        waiters = [spawn(call, "result(timeout=None)", lambda: future.result(timeout=None), name="result(timeout=None)"),
                   spawn(call, "exception(None)", future.exception, None, name="exception(None)")]
        settle()
        for waiter in waiters:
            does_wait(waiter)
        end(future, "set_result", None)
        settle()
        for name, waiter in zip(("result", "exception"), waiters):
            expect(waiter.done, f"{waiter.name} still waits after set_result(None)", "deadlock")
            same(waiter.join(), name, "set_result", None)

    def gives_up(m):
        future = new(m)
        for name in ("result", "exception"):
            for seconds in (0, 20_000):
                worker = spawn(call, name, lambda: getattr(future, name)(timeout=seconds), name=f"{name}(timeout={seconds})", stays=True)
                if seconds:
                    sleep(seconds - 1)
                    still_waits(worker, f"{worker.name} gave up before its time was over")
                sleep(2)
                expect(worker.done, f"{worker.name} still waits after {seconds + 1} seconds", "hang")
                outcome = worker.join()
                expect(outcome[0] == "raised" and isinstance(outcome[1], TimeoutError),
                       f"nothing was set in time, and {worker.name} {told(outcome)}; it must raise TimeoutError")
        looks(future, False, False, "when a result(timeout=…) gave up")
        end(future, "set_result", 3)
        has_ended(future, "set_result", 3)

    def in_time(how):
        def scenario(m):
            future, what = new(m), value_for(how)
            waiters = [spawn(call, name, lambda name=name: getattr(future, name)(timeout=20_000), name=f"{name}(timeout=20000)", stays=True)
                       for name in ("result", "exception")]
            sleep(10_000)
            for waiter in waiters:
                still_waits(waiter, f"{waiter.name} gave up before its time was over")
            end(future, how, what)
            sleep(1)
            for name, waiter in zip(("result", "exception"), waiters):
                expect(waiter.done, f"{waiter.name} still waits after {how}", "lost_wakeup")
                same(waiter.join(), name, how, what)
        return scenario

    def total(m):
        future = new(m)
        worker = spawn(call, "result", lambda: future.result(timeout=10), name="result(timeout=10)", stays=True)
        patient = spawn(call, "exception", future.exception, name="exception()")
        for _ in range(3):
            sleep(3)
            attempt("add_done_callback(fn)", future.add_done_callback, str)
            attempt("done()", future.done)
            for waiter in (worker, patient):
                still_waits(waiter, f"a callback was added, and {waiter.name} goes on although nothing has been set")
        sleep(2)
        expect(worker.done, f"result(timeout=10) still waits after {monotonic():g} seconds: something starts its clock again")
        outcome = worker.join()
        expect(outcome[0] == "raised" and isinstance(outcome[1], TimeoutError), f"nothing was set, and result(timeout=10) {told(outcome)}")
        end(future, "set_result", 3)
        same(patient.join(), "exception", "set_result", 3)

    def two_in_no_time(m):
        """The result is there: who has no time to wait need not wait, however many look at once."""
        future = new(m)
        end(future, "set_result", 3)
        workers = [spawn(call, "result", lambda: future.result(timeout=0), name=f"result(timeout=0) {i + 1}") for i in range(2)]
        for worker in workers:
            outcome = worker.join()
            expect(outcome == ("returned", 3), f"the result is there, two threads ask for it at once, and {worker.name} {told(outcome)}",
                   kind_of(outcome))

    def gambles(m):
        """The machine may stop for 100 seconds at any moment."""
        spawn(sleep, 100, name="a slow machine", stays=True)
        future = new(m)
        timed = spawn(call, "result", lambda: future.result(timeout=1), name="result(timeout=1)")
        patient = spawn(call, "result", future.result, name="result()", stays=True)
        end(future, "set_result", 3)
        outcome = timed.join()
        expect(outcome == ("returned", 3) or outcome[0] == "raised" and isinstance(outcome[1], TimeoutError),
               f"set_result(3) came at about the same time; result(timeout=1) {told(outcome)}")
        settle()
        expect(patient.done, "result(timeout=1) has given up or returned, and result() still waits after set_result", "lost_wakeup")
        same(patient.join(), "result", "set_result", 3)
        has_ended(future, "set_result", 3)

    for how in ENDS:
        explore(waits(how, True))
        explore(waits(how, False))
        explore(in_time(how), fair=True)
    explore(explicit_none)
    explore(two_in_no_time)
    explore(gives_up, fair=True)
    explore(total, fair=True)
    explore(gambles)


def does_wait(waiter):
    """Nothing has been set: this call must be waiting."""
    if waiter.done:
        outcome = waiter.join()
        expect(False, f"nothing has been set, and {waiter.name} {told(outcome)}; it must wait", kind_of(outcome))


def same(outcome, name, how, what):
    """Is this what ``result()`` or ``exception()`` has to do after this end?"""
    if how == "cancel":
        right = outcome[0] == "raised" and isinstance(outcome[1], CancelledError)
        wanted = "raise CancelledError"
    elif how == "set_exception" and name == "result":
        right, wanted = outcome[0] == "raised" and outcome[1] is what, f"raise {what!r}"
    else:
        value = what if (how == "set_result") == (name == "result") else None
        right, wanted = outcome[0] == "returned" and outcome[1] is value, f"return {value!r}"
    expect(right, f"{name}() waited; {how} came, and it {told(outcome)}: it must {wanted}", kind_of(outcome))


@check(points=3, look=LOCKED,
       promise="Each callback runs exactly once per adding, with the future, also when added after the end; one that raises an `Exception` "
               "hurts neither the others nor the setter; callbacks run outside the lock (a callback may use the future).")
def callbacks(explore):
    """Each callback runs once, with the future, may raise, and may use the future."""
    def each_once(how):
        def scenario(m):
            future, what, seen = new(m), value_for(how), []

            def first(f):
                seen.append(("first", f))

            def second(f):
                seen.append(("second", f))

            for fn in (first, second, first):
                attempt("add_done_callback(fn)", future.add_done_callback, fn)
            expect(not seen, "a callback runs before the future is done")
            end(future, how, what)
            counted(seen, future, f"two callbacks, one of them added twice, then {how}", first=2, second=1)
            for fn in (second, first):
                attempt("add_done_callback(fn)", future.add_done_callback, fn)
            counted(seen, future, f"both are added once more after {how}", first=3, second=2)
            for again in ENDS:
                call(again, getattr(future, again), *([] if again == "cancel" else [value_for(again)]))
            counted(seen, future, f"after {how} all of {', '.join(ENDS)} are tried again", first=3, second=2)
            has_ended(future, how, what)
        return scenario

    def raising(how):
        def scenario(m):
            future, what, seen = new(m), value_for(how), []

            def fine(f):
                seen.append(("fine", f))

            def raises_error(error):
                def callback(f):
                    seen.append((type(error).__name__, f))
                    raise error
                return callback

            for fn in (raises_error(ValueError("from a callback")), fine, raises_error(StopIteration()), fine,
                       raises_error(CancelledError())):
                attempt("add_done_callback(fn)", future.add_done_callback, fn)
            end(future, how, what)
            counted(seen, future, f"three callbacks raise, two do not, then {how}", ValueError=1, fine=2, StopIteration=1, CancelledError=1)
            has_ended(future, how, what)
            call("add_done_callback(fn)", future.add_done_callback, raises_error(KeyError()))
            attempt("add_done_callback(fn)", future.add_done_callback, fine)
            counted(seen, future, "one that raises and one that does not are added after the end", ValueError=1, fine=3, StopIteration=1,
                    CancelledError=1, KeyError=1)
        return scenario

    def uses(how, late, other_thread):
        """A callback uses the future, itself or through another thread that it waits for."""
        def scenario(m):
            future, what, seen = new(m), value_for(how), []

            def use(f):
                has_ended(f, how, what)
                again = call("cancel()", f.cancel)
                expect(again[0] == "returned" and (how == "cancel" or again[1] is False), f"in a callback, cancel() {told(again)}")
                raises(InvalidStateError, "set_result(…)", f.set_result, 5, because="in a callback, ")
                f.add_done_callback(lambda g: seen.append(("inner", g)))

            def outer(f):
                if not other_thread:
                    worker = call("a callback", use, f)
                    if worker[0] == "raised":
                        seen.append(worker[1])
                else:
                    helper = spawn(use, f, name="a callback's helper")
                    call("a callback", helper.join)
                    seen.append(helper)
                seen.append(("outer", f))

            if not late:
                attempt("add_done_callback(fn)", future.add_done_callback, outer)
            end(future, how, what)
            if late:
                attempt("add_done_callback(fn)", future.add_done_callback, outer)
            settle()
            for thing in seen:
                if isinstance(thing, Exception):
                    raise unexpected(thing, "in a callback, the use of the future")
                if type(thing) is not tuple:
                    thing.join()
            counted([t for t in seen if type(t) is tuple], future, "a callback uses the future, and adds another one", outer=1, inner=1)
        return scenario

    def others(m):
        one, other, seen = new(m), new(m), []
        one.add_done_callback(lambda f: seen.append(("one", f)))
        other.add_done_callback(lambda f: seen.append(("other", f)))
        end(one, "set_result", 1)
        counted(seen, one, "two futures have a callback each, and one ends", one=1)

    def nothing_left(how):
        def scenario(m):
            future, seen = new(m), []
            for _ in range(2):
                attempt("add_done_callback(fn)", future.add_done_callback, lambda f: seen.append(f))
            end(future, how, value_for(how))
            returned()
        return scenario

    for how in ENDS:
        explore(each_once(how))
        explore(raising(how))
        explore(nothing_left(how))
    for how in ENDS:
        for late in (False, True):
            explore(uses(how, late, False))
    for how, late in (("set_result", False), ("set_result", True), ("cancel", False), ("set_exception", False)):
        explore(uses(how, late, True))
    explore(others)
    for how in ENDS:
        explore(added_meanwhile(how, 1))


def added_meanwhile(how, adders, before_the_end=False):
    """A scenario: callbacks are added while the future ends, or beside each other before that."""
    def scenario(m):
        future, what, seen = new(m), value_for(how), []
        attempt("add_done_callback(fn)", future.add_done_callback, lambda f: seen.append(("early", f)))
        workers = [spawn(future.add_done_callback, lambda f, name=name: seen.append((name, f)), name=f"adder {name}")
                   for name in "ab"[:adders]]
        if before_the_end:
            for worker in workers:
                worker.join()
        end(future, how, what)
        for worker in workers:
            worker.join()
        counted(seen, future, "two callbacks are added at the same time" if before_the_end else f"a callback is added while {how} is under way",
                early=1, **{name: 1 for name in "ab"[:adders]})
    return scenario


def counted(seen, future, situation, **wanted):
    """Have just these callbacks run, so often, each with the future?"""
    settle()
    for name in {**wanted, **{n: 0 for n, _ in seen}}:
        times = sum(n == name for n, _ in seen)
        expect(times == wanted.get(name, 0), f"{situation}: the callback “{name}” has run {times} times, not {wanted.get(name, 0)}")
    for name, got in seen:
        expect(got is future, f"the callback “{name}” is called with something else than the future: an object of type {type(got).__name__}")


@check(points=2, look="Looking at the state and changing it must be one step under one lock, the callbacks included.",
       promise="Set once. `cancel` succeeds only before it is done. Each callback runs exactly once per adding, also when added while it ends.")
def races(explore):
    """Sets, cancels, callbacks and readers come at the same time: one end wins, and all see the same."""
    def two_ends(first, second):
        def scenario(m):
            future, seen = new(m), []
            future.add_done_callback(lambda f: seen.append(("callback", f)))
            whats = [f"value {i}" if how != "set_exception" else KeyError(i) for i, how in enumerate((first, second))]
            workers = [spawn(call, how, getattr(future, how), *([] if how == "cancel" else [what]), name=f"{how} {i + 1}")
                       for i, (how, what) in enumerate(zip((first, second), whats))]
            outcomes = [worker.join() for worker in workers]
            won = []
            for how, what, outcome in zip((first, second), whats, outcomes):
                if how == "cancel":
                    expect(outcome in (("returned", True), ("returned", False)), f"cancel() {told(outcome)}")
                    won += [(how, what)] if outcome[1] else []
                else:
                    expect(outcome[0] == "returned" or isinstance(outcome[1], InvalidStateError), f"{how} {told(outcome)}")
                    won += [(how, what)] if outcome[0] == "returned" else []
            ends = f"{first} and {second} come at the same time"
            expect(won, f"{ends}: neither succeeds")
            expect(len(won) == 1 or first == second == "cancel", f"{ends}: both succeed")
            has_ended(future, *won[0])
            counted(seen, future, ends, callback=1)
        return scenario

    def readers(how):
        def scenario(m):
            future, what = new(m), value_for(how)

            def watch():
                if attempt("done()", future.done):
                    return "done() is true", call("result(timeout=0)", future.result, timeout=0)

            watcher = spawn(watch, name="watcher")
            waiter = spawn(lambda: (call("result()", future.result), future.done(), bool(future.cancelled())), name="waiter")
            end(future, how, what)
            saw = watcher.join()
            if saw:
                expect(not isinstance(saw[1][1], TimeoutError), "done() is true, and then result(timeout=0) raises TimeoutError")
                same(saw[1], "result", how, what)
            outcome, done, cancelled = waiter.join()
            same(outcome, "result", how, what)
            expect(done, "result() has come back, and then done() is false")
            expect(cancelled is (how == "cancel"), f"after {how}, result() has come back, and then cancelled() is {cancelled}")
        return scenario

    def cancelled_is_done(m):
        future = new(m)
        watcher = spawn(lambda: (bool(future.cancelled()), bool(future.done())), name="watcher")
        end(future, "cancel", None)
        expect(watcher.join() != (True, False), "cancelled() is true, and then done() is false")

    def too_late(m):
        """Who could not cancel any more finds the result."""
        future = new(m)

        def try_to_cancel():
            if attempt("cancel()", future.cancel):
                return None
            return call("result()", future.result)

        worker = spawn(try_to_cancel, name="canceller")
        call("set_result(1)", future.set_result, 1)
        late = worker.join()
        if late:
            same(late, "result", "set_result", 1)

    def callback_sees(how):
        """A callback that is added or called while it ends finds it ended."""
        def scenario(m):
            future, what, seen = new(m), value_for(how), []
            adder = spawn(future.add_done_callback, lambda f: seen.append((bool(f.done()), call("result(timeout=0)", f.result, timeout=0))),
                          name="adder")
            end(future, how, what)
            adder.join()
            settle()
            for done, outcome in seen:
                expect(done, "in a callback, done() is false")
                same(outcome, "result", how, what)
            expect(len(seen) == 1, f"a callback added while {how} is under way runs {len(seen)} times")
        return scenario

    for pair in (("set_result", "set_result"), ("set_result", "set_exception"), ("set_exception", "set_exception"),
                 ("set_result", "cancel"), ("set_exception", "cancel"), ("cancel", "cancel")):
        explore(two_ends(*pair))
    for how in ENDS:
        explore(added_meanwhile(how, 1))
        explore(readers(how))
        explore(callback_sees(how))
    explore(added_meanwhile("set_result", 2, before_the_end=True))
    explore(added_meanwhile("set_result", 2), max_schedules=300, samples=100)
    explore(cancelled_is_done)
    explore(too_late)


ROUNDS = 100


@check(points=1, after=("basics", "waiting", "callbacks", "races"), real=True, promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, a hundred futures are set, cancelled, waited for and called back at once."""
    futures = [module.Future() for _ in range(ROUNDS)]
    start = threading.Barrier(4)
    wins, results, seen = [[], []], [], []

    def end_all(mine, how, *args):
        for future in futures:
            start.wait()
            try:
                mine.append(getattr(future, how)(*args) is not False)
            except InvalidStateError:
                mine.append(False)

    def read_all():
        for future in futures:
            start.wait()
            try:
                results.append(future.result(timeout=60))
            except CancelledError:
                results.append("cancelled")

    def add_all():
        for number, future in enumerate(futures):
            start.wait()
            future.add_done_callback(lambda f, number=number: seen.append(number if f is futures[number] else -1))

    threads = [threading.Thread(target=end_all, args=(wins[0], "set_result", "set")), threading.Thread(target=end_all, args=(wins[1], "cancel")),
               threading.Thread(target=read_all), threading.Thread(target=add_all)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    late = module.Future()
    late.set_exception(KeyError("k"))
    return {"wins": wins, "results": results, "seen": sorted(seen), "late": type(late.exception()).__name__}


@real_threads.judge
def _(data):
    for number, (by_set, by_cancel, result) in enumerate(zip(*data["wins"], data["results"], strict=True)):
        expect(by_set != by_cancel, f"set_result and cancel came at once, and {'both' if by_set else 'neither'} succeeded")
        expect(result == ("set" if by_set else "cancelled"), f"{'set_result' if by_set else 'cancel'} won, and result() says {result!r}")
    expect(data["seen"] == list(range(ROUNDS)), "a callback that was added while its future ended did not run exactly once")
    expect(data["late"] == "KeyError", f"after set_exception(KeyError), exception() is a {data['late']}")
