"""A thread pool from threads and a queue.

Goal: a fixed number of threads that take calls from one queue; futures that tell how each call ended; an end that forgets none.
Bounds: one to three workers; up to three calls at once; one or two threads that submit beside one that shuts down.
"""

import threading
from concurrent import futures

from autograder.checks.ch13_futures._calls import (full, gated, log, new, no_threads, ran, refused, result, shut, submit,
                                                   taken, try_to_submit)
from autograder.checks.outcomes import ODD_VALUES, call, told
from autograder.checks.spec import Exercise, attempt, check, expect, gate, meet, notes, returned, settle, spawn, still_waits

EXERCISE = Exercise(
    title="A thread executor",
    provides=("ThreadExecutor(max_workers)",),      # not made while loading: it may start its threads at once
    forbids=("asyncio", "ThreadPoolExecutor", "ThreadPool", "ProcessPoolExecutor", "Pool"),
    hints=(
        "Where to look: three parties share this: those who submit, the workers, and whoever shuts down. Ask of each pair what "
        "happens when they come at the same moment, above all `submit` and `shutdown`.",
        "Which primitive: a `queue.Queue` of calls, worker threads that loop over it, and a marker such as `None` that tells a "
        "worker to go home. One `Lock` makes “is it shut down?” and “put the call into the queue” one step, and the same lock "
        "guards the closing. `future.set_running_or_notify_cancel()` is how a worker begins a call.",
        "A sketch: submit: with the lock: RuntimeError if closed; start one more thread if there are fewer than max_workers; put "
        "(future, fn, args, kwargs). Worker: until None comes: begin the future, or skip it; call; set_result, or set_exception "
        "for any BaseException. shutdown: with the lock: mark it closed and put one None per thread; then join them, without it.",
    ),
)

LIMITS = {"max_schedules": 300, "samples": 50}
CALLS = {**LIMITS, "leaks": False}      # what is left behind is the business of `shutdown`
BEGIN = "How does a worker begin a call? Between looking whether it is cancelled and beginning it, somebody may cancel it."


def boom(error):
    raise error


@check(points=2, look=BEGIN,
       promise="`submit(fn, /, *args, **kwargs) -> Future`. A call that raises (any `BaseException`) fails its future only. A "
               "cancelled future's call is not run.")
def basics(explore):
    """Each submitted call runs once; its future has its result or its exception; a cancelled call does not run."""
    def results(value):
        def scenario(m):
            executor = new(m, 1)
            future = submit(executor, lambda: log("call") and value)
            got = result(future)
            expect(got is value, f"the call returned {value!r}, its future {got!r}")
            shut(executor)
            expect(ran("call") == 1, f"a call that was submitted once ran {ran('call')} times")
        return scenario

    def arguments(m):
        executor = new(m, 1)
        got = result(submit(executor, lambda *args, **kwargs: (args, kwargs), 1, None, fn=2, self=3, key=4))
        expect(got == ((1, None), {"fn": 2, "self": 3, "key": 4}),
               f"submit(call, 1, None, fn=2, self=3, key=4): the call got {got[0]} and {got[1]}")
        shut(executor)

    def errors(error, queued):
        """queued: the next call waits while the one that raises runs."""
        def scenario(m):
            executor = new(m, 1)
            future = submit(executor, boom, error)
            after = submit(executor, lambda: "after") if queued else None
            got = future.exception()
            expect(got is error, f"the call raised {error!r}, and its future's exception() is {got!r}")
            got = result(after or submit(executor, lambda: "after"), "a call after one that raised")
            expect(got == "after", f"after a call that raised {error!r}, the next one's result is {got!r}")
            shut(executor)
        return scenario

    def cancelled(m):
        executor = new(m, 1)
        first = submit(executor, gated, "first")
        settle()
        second = submit(executor, log, "second")
        expect(second.cancel(), "a call that waits for a worker cannot be cancelled: its future counts as running")
        expect(not first.cancel(), "a call that is running has been cancelled: its future does not count as running")
        gate("the gate").open()
        third = submit(executor, log, "third")
        expect((result(first), result(third)) == ("first", "third"), "the calls around a cancelled one have other results")
        shut(executor)
        expect(not ran("second"), "a call has run although its future was cancelled before")
        expect(second.cancelled(), "cancel() returned True, and then cancelled() is false")

    def cancelled_meanwhile(m):
        executor = new(m, 1)
        future = submit(executor, log, "call")
        gone = future.cancel()
        got = result(submit(executor, lambda: "after"), "a call after one that was cancelled")
        expect(got == "after", f"the next call's result is {got!r}")
        shut(executor)
        expect(ran("call") == (not gone), f"cancel() returned {gone}, and the call ran {ran('call')} times")
        expect(future.cancelled() is gone, f"cancel() returned {gone}, and then cancelled() is {future.cancelled()}")
        expect(gone or result(future) == "call", "the result of a call that was not cancelled is wrong")

    def from_inside(callback):
        """A call submits another one, or a callback of its future does."""
        def scenario(m):
            more = []
            executor = new(m, 1)

            def submit_more(*future):
                more.append(submit(executor, log, "another"))
            future = submit(executor, int if callback else submit_more)
            if callback:
                future.add_done_callback(submit_more)
            result(future)
            settle()
            who = "callback" if callback else "call"
            expect(len(more) == 1, f"a {who} could not submit another call, or still waits in submit", "deadlock")
            expect(result(more[0]) == "another", "the result of a call that was submitted from inside is another")
            shut(executor)
        return scenario

    for value in ODD_VALUES:
        explore(results(value), leaks=False)
    for error in (KeyError("k"), StopIteration(3), SystemExit(1), KeyboardInterrupt(), GeneratorExit(), BaseException("base"),
                  futures.CancelledError(), futures.InvalidStateError()):
        explore(errors(error, False), leaks=False)
    for scenario in (errors(KeyError("k"), True), errors(SystemExit(1), True), arguments, cancelled, cancelled_meanwhile,
                     from_inside(False), from_inside(True)):
        explore(scenario, leaks=False)


@check(points=2, promise="At most `max_workers` threads, and that many calls really run at once.",
       look="When is a thread started? Between counting the threads and starting one, somebody else may do the same.")
def workers(explore):
    """There are never more than `max_workers` threads, and that many calls run at once."""
    def together(count, error=None):
        """``count`` calls meet; error: what a call before them raises."""
        def scenario(m):
            executor = new(m, count)
            if error:
                submit(executor, boom, error).exception()
            for future in [submit(executor, meet, count, f"a meeting of {count} calls") for _ in range(count)]:
                result(future)
            shut(executor)
        return scenario

    def at_most(count):
        def scenario(m):
            executor = new(m, count)
            calls = [submit(executor, gated, i) for i in range(count + 1)]
            settle()
            full(count, count + 1)
            gate("the gate").open()
            got = [result(future) for future in calls]
            expect(got == list(range(count + 1)), f"{count + 1} calls return 0, 1, …; their futures say {got}")
            shut(executor)
        return scenario

    def submitters(count, warm):
        """Two threads submit at the same time."""
        def scenario(m):
            executor = new(m, count)
            if warm:
                result(submit(executor, log, "before"))
                notes().ran.clear()
            tasks = [spawn(executor.submit, gated, i, name=f"submitter {i + 1}") for i in range(2)]
            settle()
            full(count, 2)
            gate("the gate").open()
            for number, task in enumerate(tasks):
                got = result(task.join())
                expect(got == number, f"two threads submit; the call of submitter {number + 1} has the result {got!r}")
            shut(executor)
        return scenario

    def twice(m):
        """Two workers that have nothing more to do are there for the next two calls."""
        executor = new(m, 2)
        for turn in range(2):
            for future in [submit(executor, meet, 2, f"meeting {turn + 1} of 2 calls") for _ in range(2)]:
                result(future)
            settle()
        shut(executor)

    def beside_a_slow_one(m):
        """One worker is busy: the other takes whatever comes."""
        executor = new(m, 2)
        slow = submit(executor, gated, "slow")
        for number in range(2):
            quick = submit(executor, log, number)
            settle()
            expect(quick.done(), "with max_workers=2, one call is running, and a quick call beside it is not run", "deadlock")
        gate("the gate").open()
        expect(result(slow) == "slow", "the slow call has another result")
        shut(executor)

    def two_executors(m):
        """Each executor has workers of its own, and an end of its own."""
        one, other = new(m, 1), new(m, 1)
        calls = [submit(executor, gated, name) for executor, name in ((one, "one"), (other, "other"))]
        settle()
        expect(len(notes().ran) == 2, f"two executors with one worker have a call each; {len(notes().ran)} run", "deadlock")
        gate("the gate").open()
        expect([result(future) for future in calls] == ["one", "other"], "two executors mix up their results")
        shut(one)
        expect(result(submit(other, log, "later")) == "later", "when another executor is shut down, a call has another result")
        shut(other)

    for count in (1, 2):
        explore(at_most(count), **CALLS)
    for scenario in (twice, beside_a_slow_one, two_executors, together(2, SystemExit(1)), submitters(1, False),
                     submitters(2, False), submitters(2, True)):
        explore(scenario, **CALLS)
    explore(together(3), leaks=False, max_schedules=150, samples=50)


@check(points=2, promise="`map` submits everything before it returns and yields in order.",
       look="A function with `yield` in it does nothing at all before the first `next`: where does the submitting happen?")
def mapping(explore):
    """`map` submits all calls at once, and its iterator gives their results in the order of the items."""
    def order(items, form=list):
        def scenario(m):
            executor = new(m, 1)
            iterator = attempt("map(fn, items)", executor.map, lambda item: item, form(items))
            got = [attempt("next(map(fn, items))", next, iterator, "nothing")] if items else []
            got += attempt("reading the iterator of map", list, iterator)
            expect(repr(got) == repr(items), f"map(lambda item: item, {items}) gives {got}")
            shut(executor)
        return scenario

    def last_comes_first(m):
        executor = new(m, 2)
        done = []

        def work(item):
            if item == 0:
                gate("the gate").wait()
            done.append(item)
            gate("the gate").open()
            return item
        got = attempt("map(fn, items)", lambda: list(executor.map(work, (0, 1))))
        expect(done == [1, 0], "the calls did not run at once")
        expect(got == [0, 1], f"map(fn, (0, 1)): 1 was finished first, and the results come as {got}")
        shut(executor)

    def at_once(items):
        """All is submitted before anybody asks for a result, and the calls need not have ended."""
        def scenario(m):
            executor = new(m, 1)
            asker = spawn(executor.map, gated, iter(items), name="map(fn, items)")
            settle()
            expect(ran(items[0]), "map has returned, and no call runs: nothing is submitted before somebody asks for the results"
                   if asker.done else "map waits, and no call runs")
            expect(asker.done, f"map of {len(items)} items waits for its first call, which is still running; it has only to "
                   "submit them all", "deadlock")
            iterator = asker.join()
            shutter = spawn(executor.shutdown, name="shutdown")
            gate("the gate").open()
            attempt("shutdown()", shutter.join)
            expect(sorted(notes().ran) == items, f"map(fn, {items}) and shutdown(), and only these calls have run: {notes().ran}")
            got = attempt("the iterator of map", list, iterator)
            expect(got == items, f"map(fn, {items}) gives {got}")
        return scenario

    def errors(m):
        executor, error, got = new(m, 1), KeyError("k"), []

        def read():
            for value in executor.map(lambda item: boom(error) if item else item, [0, 1, 0]):
                got.append(value)
        ended = call("map", read)
        expect(ended == ("raised", error), f"the second of three calls raises {error!r}; reading map's results {told(ended)}")
        expect(got == [0], f"the second of three calls raises; before that, the iterator of map gave {got}, not [0]")
        expect(result(submit(executor, lambda: "after")) == "after", "after a map whose call raised, submit fails")
        shut(executor)

    for items in ([], [3], [None, 0], [1, True, 1.0], [(), (1, 2)]):
        explore(order(items), **CALLS)
    for scenario in (order([2, 1], iter), order(["a", "a"], lambda items: (item for item in items)), last_comes_first,
                     at_once(["a", "b"]), errors):
        explore(scenario, **CALLS)
    explore.once(at_once(list(range(100))), leaks=False)


@check(points=3,
       promise="`shutdown(wait=True)` returns when all submitted work is done and the threads have ended; `submit` after it is a "
               "`RuntimeError`, and no submitted call is ever silently dropped, also when `submit` races with `shutdown`.",
       look="Put `submit` between any two lines of `shutdown`, and `shutdown` between any two lines of `submit`.")
def shutdown(explore):
    """`shutdown` waits for all calls and threads; afterwards nothing is taken; no call is lost on the way."""
    def ends(name, shutdown, waits=True):
        """shutdown, called as ``name``, while one call runs and another waits for the worker."""
        def scenario(m):
            executor = new(m, 1)
            calls = [submit(executor, gated, "running"), submit(executor, log, "waiting")]
            ender = spawn(shutdown, executor, name=name)
            settle()
            if not waits:
                expect(ender.done, f"{name} waits for a call", "deadlock")
                ender.join()
                refused(executor)
                ender = spawn(executor.shutdown, name=f"{name}, then shutdown(),")
                settle()
            still_waits(ender, f"{ender.name} has returned while a call is still running")
            gate("the gate").open()
            ender.join()
            if waits:
                returned()
            for future, which in zip(calls, ("running", "waiting")):
                expect(future.done() and not future.cancelled(), f"{name} has returned, and the {which} call never ran")
                expect(result(future) == which, "a call's result is another's")
            no_threads(f"after {name}")
            refused(executor)
        return scenario

    def idle(used):
        """Nothing is left to do; used: so many workers have run a call before."""
        def scenario(m):
            executor = new(m, 2)
            for future in [submit(executor, meet, used, "a meeting of the calls") for _ in range(used)]:
                result(future)
            settle()
            ender = spawn(lambda: executor.shutdown(wait=True), name="shutdown(wait=True)")
            settle()
            expect(ender.done, "the workers have nothing to do, and shutdown(wait=True) does not return", "deadlock")
            ender.join()
            returned()
            shut(executor)
            refused(executor)
        return scenario

    def idle_without_waiting(m):
        executor = new(m, 2)
        result(submit(executor, int))
        executor.shutdown(wait=False)
        no_threads("after shutdown(wait=False), with nothing to do,")

    def context(error):
        def scenario(m):
            executor, caught = new(m, 1), None
            try:
                with executor:
                    future = submit(executor, log, "call")
                    if error:
                        raise error
            except KeyError as raised:
                caught = raised
            returned()
            ended = future.done()
            no_threads("after `with`")
            expect(caught is error, f"the body of `with` raises {error!r}, and what comes out is {caught!r}")
            expect(ended and not future.cancelled(), "after `with`, a submitted call has not been run")
            refused(executor)
        return scenario

    def two_at_once(m):
        executor = new(m, 1)
        future = submit(executor, gated, "call")
        enders = [spawn(executor.shutdown, name=f"shutdown {i + 1}") for i in range(2)]
        settle()
        for ender in enders:
            still_waits(ender, "two threads call shutdown: one has returned while a call is still running")
        gate("the gate").open()
        for ender in enders:
            ender.join()
        returned()
        expect(future.done(), "shutdown has returned, and a call has not ended")

    def race(wait, warm, submitters=1):
        """submit and shutdown come at the same time."""
        def scenario(m):
            executor = new(m, 1)
            if warm:
                result(submit(executor, int))
            tasks = [spawn(try_to_submit, executor, f"call {i + 1}", name=f"submitter {i + 1}") for i in range(submitters)]
            executor.shutdown(wait=wait)
            for task in tasks:
                taken(task.join(), task.name, wait)
            if wait:
                returned()
            no_threads("after shutdown")
        return scenario

    def from_a_call(m):
        """A call submits while somebody shuts down."""
        executor = new(m, 1)
        outer = submit(executor, lambda: try_to_submit(executor, "inner"))
        shut(executor)
        returned()
        expect(outer.done(), "shutdown has returned, and a call has not ended")
        taken(result(outer), "a call of its own", True)

    for scenario in (idle(0), idle(1), idle(2), context(None), context(KeyError("from the body")), two_at_once, from_a_call,
                     ends("shutdown()", lambda executor: executor.shutdown()),
                     ends("shutdown(True)", lambda executor: executor.shutdown(True))):
        explore(scenario, **LIMITS)
    for scenario in (ends("shutdown(False)", lambda executor: executor.shutdown(False), waits=False),
                     ends("shutdown(wait=False)", lambda executor: executor.shutdown(wait=False), waits=False),
                     idle_without_waiting):
        explore(scenario, leaks=False, **LIMITS)
    for warm in (False, True):
        explore(race(True, warm), **LIMITS)
        explore(race(False, warm), leaks=False, **LIMITS)
    explore(race(True, False, 2), max_schedules=500, samples=200)


@check(points=1, after=("basics", "workers", "mapping", "shutdown"), real=True,
       promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, three workers run hundreds of calls from three threads, one of which shuts down."""
    lock, inside, most, calls = threading.Lock(), [0], [0], []
    executor = module.ThreadExecutor(3)
    barrier = threading.Barrier(3)
    met = sorted(future.result() for future in [executor.submit(barrier.wait) for _ in range(3)])

    def work(number):
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        with lock:
            inside[0] -= 1
        return number if number % 50 else boom(SystemExit(number))

    def submit_all(start):
        for number in range(start, start + 100):
            try:
                calls.append((number, executor.submit(work, number)))
            except RuntimeError:
                return

    submitters = [threading.Thread(target=submit_all, args=(start,)) for start in (1, 201)]
    for thread in submitters:
        thread.start()
    submit_all(401)
    executor.shutdown()
    for thread in submitters:
        thread.join()
    return {"met": met, "most": most[0], "wrong": [number for number, future in calls if not fine(number, future)][:3]}


def fine(number, future):
    if not isinstance(future, futures.Future) or not future.done() or future.cancelled():
        return False
    error = future.exception()
    return future.result() == number if number % 50 else isinstance(error, SystemExit) and error.code == number


@real_threads.judge
def _(data):
    expect(data["met"] == [0, 1, 2], "three calls did not meet with three workers")
    expect(data["most"] <= 3, f"{data['most']} calls ran at once, with three workers")
    expect(not data["wrong"], f"after shutdown, the futures of these calls are not done, or hold something else: {data['wrong']}")
