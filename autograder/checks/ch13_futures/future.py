"""A future from a condition.

Goal: one state that is set once, under one lock; everybody who waits is woken; callbacks run exactly once, with the lock let go.
Bounds: up to three waiters; two calls that end the future at once; up to two callbacks that are added meanwhile.
"""

import threading
from concurrent.futures import CancelledError, InvalidStateError

from autograder.checks.ch13_futures._ends import ENDS, counted, end, has_ended, looks, new, same, value_for
from autograder.checks.failure import unexpected
from autograder.checks.outcomes import ODD_VALUES, call, kind_of, must_raise, must_return, raises, returns, told
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

LOCKED = "Is anything still held, or half done, while a callback runs? Take the callbacks out under the lock, call them after it."


@check(points=2, promise="Set once: a second set, or a set after `cancel`, is an `InvalidStateError`. `cancel` succeeds only "
                         "before it is done. `result` returns, or raises the set exception or `CancelledError`; `None` is one.")
def basics(explore):
    """One thread sets a future, reads it, cancels it; nothing can be set twice."""
    def results(value):
        def scenario(m):
            future = new(m)
            looks(future, False, False, "before anything is set")
            end(future, "set_result", value)
            for _ in range(2):
                has_ended(future, "set_result", value)
            returns(False, "cancel()", future.cancel, because=f"after set_result({value!r}), ")
            has_ended(future, "set_result", value)
            returns(value, "result(timeout=0)", future.result, timeout=0, because="the result is there: ")
            returns(value, "result(5)", future.result, 5, because="the result is there: ")
            returns(None, "exception(timeout=0)", future.exception, timeout=0, because="the result is there: ")
        return scenario

    def errors(error):
        def scenario(m):
            future = new(m)
            end(future, "set_exception", error)
            for _ in range(2):
                has_ended(future, "set_exception", error)
            returns(False, "cancel()", future.cancel, because=f"after set_exception({error!r}), ")
            has_ended(future, "set_exception", error)
            returns(error, "exception(timeout=0)", future.exception, timeout=0, because="the exception is there: ")
        return scenario

    def once(first):
        def scenario(m):
            future, what = new(m), value_for(first) if first != "set_result" else None
            end(future, first, what)
            for second in ENDS[:2]:
                raises(InvalidStateError, f"{second}(…)", getattr(future, second), value_for(second), because=f"after {first}, ")
                has_ended(future, first, what)
            if first == "cancel":
                again = call("cancel()", future.cancel)
                expect(again[0] == "returned", f"a second cancel() {told(again)}; it may return either, but raise nothing")
                has_ended(future, "cancel", None)
        return scenario

    def two(m):
        one, other, third = new(m), new(m), new(m)
        end(one, "set_result", 1)
        looks(other, False, False, "when another future has its result")
        end(other, "cancel", None)
        looks(third, False, False, "when another future is cancelled")
        end(third, "set_result", 3)
        has_ended(one, "set_result", 1)
        has_ended(other, "cancel", None)

    for value in ODD_VALUES:
        explore(results(value))
    for error in (KeyError("k"), StopIteration(3), TimeoutError("not yours"), CancelledError()):
        explore(errors(error))
    for first in ENDS:
        explore(once(first))
    explore(two)


@check(points=2, promise="`result` returns, or raises the set exception, `CancelledError`, or `TimeoutError`.",
       look="Who wakes up those who wait, and all of them? How much of the timeout is left after a wake-up?")
def waiting(explore):
    """`result` and `exception` wait until the future is done, or their time is over, and neither polls."""
    def waits(how):
        def scenario(m):
            future, what = new(m), value_for(how)
            waiters = [spawn(call, name + "()", getattr(future, name), name=name + "()") for name in ("result", "exception")]
            ender = spawn(end, future, how, what, name=how)
            settle()
            expect(ender.done, f"{how} does not return while others wait for the result", "deadlock")
            ender.join()
            for waiter in waiters:
                expect(waiter.done, f"{waiter.name} still waits after {how}: nobody has woken it", "lost_wakeup")
                same(waiter.join(), waiter.name, how, what)
        return scenario

    def all_wait(m):
        future = new(m)
        waiters = [spawn(call, name, function, name=name) for name, function in (
            ("result(timeout=None)", lambda: future.result(timeout=None)), ("exception(None)", lambda: future.exception(None)),
            ("result()", future.result))]
        settle()
        for waiter in waiters:
            if waiter.done:
                outcome = waiter.join()
                expect(False, f"nothing has been set, and {waiter.name} {told(outcome)}; it must wait", kind_of(outcome))
        end(future, "set_result", None)
        settle()
        for waiter in waiters:
            expect(waiter.done, f"{waiter.name} still waits after set_result(None)", "deadlock")
            same(waiter.join(), waiter.name, "set_result", None)

    def gives_up(m):
        future = new(m)
        for name in ("result", "exception"):
            for seconds in (0, 20_000):
                what = f"{name}(timeout={seconds})"
                worker = spawn(call, what, lambda: getattr(future, name)(timeout=seconds), name=what, stays=True)
                if seconds:
                    sleep(seconds - 1)
                    still_waits(worker, f"{worker.name} gave up before its time was over")
                sleep(2)
                expect(worker.done, f"{worker.name} still waits after {seconds + 1} seconds", "hang")
                must_raise(TimeoutError, worker.join(), f"nothing was set in time, and {worker.name}")
        looks(future, False, False, "when a result(timeout=…) gave up")
        end(future, "set_result", 3)
        has_ended(future, "set_result", 3)

    def in_time(how):
        def scenario(m):
            future, what = new(m), value_for(how)
            waiters = [spawn(call, name, lambda name=name: getattr(future, name)(timeout=20_000), name=f"{name}(timeout=20000)",
                             stays=True) for name in ("result", "exception")]
            sleep(10_000)
            for waiter in waiters:
                still_waits(waiter, f"{waiter.name} gave up before its time was over")
            end(future, how, what)
            sleep(1)
            for waiter in waiters:
                expect(waiter.done, f"{waiter.name} still waits after {how}", "lost_wakeup")
                same(waiter.join(), waiter.name, how, what)
        return scenario

    def total(m):
        future = new(m)
        worker = spawn(call, "result", lambda: future.result(timeout=10), name="result(timeout=10)", stays=True)
        patient = spawn(call, "exception", future.exception, name="exception()")
        for _ in range(3):
            sleep(3)
            attempt("add_done_callback(fn)", future.add_done_callback, str)
            for waiter in (worker, patient):
                still_waits(waiter, f"a callback was added, and {waiter.name} goes on although nothing has been set")
        sleep(2)
        expect(worker.done, f"result(timeout=10) still waits after {monotonic():g} seconds: something starts its clock again")
        must_raise(TimeoutError, worker.join(), "nothing was set, and result(timeout=10)")
        end(future, "set_result", 3)
        same(patient.join(), "exception", "set_result", 3)

    def two_in_no_time(m):
        """The result is there: who has no time to wait need not wait, however many look at once."""
        future = new(m)
        end(future, "set_result", 3)
        workers = [spawn(call, "result", lambda: future.result(timeout=0), name="result(timeout=0)") for _ in range(2)]
        for worker in workers:
            must_return(3, worker.join(), "the result is there, two threads ask for it at once, and result(timeout=0)")

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
        expect(patient.done, "result(timeout=1) has come back, and result() still waits after set_result", "lost_wakeup")
        same(patient.join(), "result", "set_result", 3)
        has_ended(future, "set_result", 3)

    for how in ENDS:
        explore(waits(how))
        explore(in_time(how), fair=True)
    explore(all_wait)
    explore(two_in_no_time)
    explore(gives_up, fair=True)
    explore(total, fair=True, leaks=False)     # what callbacks leave behind is asked below
    explore(gambles)


@check(points=3, look=LOCKED,
       promise="Each callback runs exactly once per adding, with the future, also when added after the end; one that raises an "
               "`Exception` hurts neither the others nor the setter; callbacks run outside the lock.")
def callbacks(explore):
    """Each callback runs once, with the future, may raise, and may use the future."""
    def each_once(how):
        def scenario(m):
            future, what, seen = new(m), value_for(how), []

            first, second = (lambda f: seen.append(("first", f))), (lambda f: seen.append(("second", f)))
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

            def bad(error):
                def callback(f):
                    seen.append((type(error).__name__, f))
                    raise error
                return callback

            for fn in (bad(ValueError("from a callback")), fine, bad(StopIteration()), fine, bad(CancelledError())):
                attempt("add_done_callback(fn)", future.add_done_callback, fn)
            end(future, how, what)
            counted(seen, future, f"three callbacks raise, two do not, then {how}", ValueError=1, fine=2, StopIteration=1,
                    CancelledError=1)
            has_ended(future, how, what)
            call("add_done_callback(fn)", future.add_done_callback, bad(KeyError()))
            attempt("add_done_callback(fn)", future.add_done_callback, fine)
            counted(seen, future, "one that raises and one that does not are added after the end", ValueError=1, fine=3,
                    StopIteration=1, CancelledError=1, KeyError=1)
        return scenario

    def uses(how, late, other_thread):
        """A callback uses the future, itself or through another thread that it waits for."""
        def scenario(m):
            future, what, seen, used = new(m), value_for(how), [], []

            def use(f):
                has_ended(f, how, what)
                again = call("cancel()", f.cancel)
                right = again == ("returned", False) or how == "cancel" and again[0] == "returned"
                expect(right, f"in a callback, cancel() {told(again)}")
                raises(InvalidStateError, "set_result(…)", f.set_result, 5, because="in a callback, ")
                f.add_done_callback(lambda g: seen.append(("inner", g)))

            def outer(f):
                seen.append(("outer", f))
                used.append(spawn(use, f, name="a callback's helper") if other_thread else call("a callback", use, f))
                if other_thread:
                    call("a callback", used[0].join)

            if not late:
                attempt("add_done_callback(fn)", future.add_done_callback, outer)
            end(future, how, what)
            if late:
                attempt("add_done_callback(fn)", future.add_done_callback, outer)
            settle()
            for one in used:
                if other_thread:
                    one.join()
                elif one[0] == "raised":
                    raise unexpected(one[1], "in a callback, the use of the future")
            counted(seen, future, "a callback uses the future, and adds another one", outer=1, inner=1)
        return scenario

    def others(m):
        one, other, seen = new(m), new(m), []
        one.add_done_callback(lambda f: seen.append(("one", f)))
        other.add_done_callback(lambda f: seen.append(("other", f)))
        end(one, "set_result", 1)
        returned()
        counted(seen, one, "two futures have a callback each, and one ends", one=1)

    for how in ENDS:
        explore(each_once(how))
        explore(raising(how))
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
        when = "two callbacks are added at the same time" if before_the_end else f"a callback is added while {how} is under way"
        counted(seen, future, when, early=1, **{name: 1 for name in "ab"[:adders]})
    return scenario


@check(points=2, look="Looking at the state and changing it must be one step under one lock, the callbacks included.",
       promise="Set once. `cancel` succeeds only before it is done. Each callback runs exactly once per adding, also when added "
               "while it ends.")
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
                return call("result()", future.result) if attempt("done()", future.done) else None

            watcher = spawn(watch, name="watcher")
            waiter = spawn(lambda: (call("result()", future.result), future.done(), bool(future.cancelled())), name="waiter")
            end(future, how, what)
            if saw := watcher.join():
                same(saw, "result()", how, what)
            outcome, done, cancelled = waiter.join()
            same(outcome, "result", how, what)
            expect(done, "result() has come back, and then done() is false")
            expect(cancelled is (how == "cancel"), f"after {how}, result() has come back, and then cancelled() is {cancelled}")
        return scenario

    def callback_sees(how):
        """A callback that is added or called while it ends finds how it ended."""
        def scenario(m):
            future, what, seen = new(m), value_for(how), []
            adder = spawn(future.add_done_callback, lambda f: seen.append(call("result()", f.result)), name="adder")
            end(future, how, what)
            adder.join()
            settle()
            for outcome in seen:
                same(outcome, "in a callback, result()", how, what)
            expect(len(seen) == 1, f"a callback added while {how} is under way runs {len(seen)} times")
        return scenario

    for pair in (("set_result", "set_result"), ("set_result", "set_exception"), ("set_exception", "set_exception"),
                 ("set_result", "cancel"), ("set_exception", "cancel"), ("cancel", "cancel")):
        explore(two_ends(*pair))
    for how in ENDS:
        explore(readers(how))
        explore(callback_sees(how))
    explore(added_meanwhile("set_result", 2, before_the_end=True))
    explore(added_meanwhile("set_result", 2), max_schedules=300, samples=100)


ROUNDS = 100


@check(points=1, after=("basics", "waiting", "callbacks", "races"), real=True,
       promise="It works on real threads as well, and its threads end.")
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

    threads = [threading.Thread(target=end_all, args=(wins[0], "set_result", "set")),
               threading.Thread(target=end_all, args=(wins[1], "cancel")),
               threading.Thread(target=read_all), threading.Thread(target=add_all)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return {"wins": wins, "results": results, "seen": sorted(seen)}


@real_threads.judge
def _(data):
    for by_set, by_cancel, result in zip(*data["wins"], data["results"], strict=True):
        expect(by_set != by_cancel, f"set_result and cancel came at once, and {'both' if by_set else 'neither'} succeeded")
        won, due = ("set_result", "set") if by_set else ("cancel", "cancelled")
        expect(result == due, f"{won} won, and result() says {result!r}")
    expect(data["seen"] == list(range(ROUNDS)), "a callback that was added while its future ended did not run exactly once")
