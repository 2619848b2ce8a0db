"""A thread pool from threads and a queue.

Goal: a fixed number of threads that take calls from one queue; futures that tell how each call ended; an end that forgets no call.
Bounds: one to three workers; up to three calls at once; one or two threads that submit beside one that shuts down.
"""

import threading
from concurrent import futures

from autograder.checks.failure import unexpected
from autograder.checks.spec import (
    Exercise,
    attempt,
    check,
    expect,
    expect_raises,
    gate,
    meet,
    notes,
    returned,
    settle,
    spawn,
    still_waits,
)
from autograder.machine import machine
from autograder.standins.futures import Future

EXERCISE = Exercise(
    title="A thread executor",
    provides=("ThreadExecutor(max_workers)",),      # not made while loading: it may start its threads at once
    forbids=("asyncio", "ThreadPoolExecutor", "ThreadPool", "ProcessPoolExecutor", "Pool"),
    hints=(
        "Where to look: three parties share this: those who submit, the workers, and whoever shuts down. Ask of each pair what happens "
        "when they come at the same moment, above all `submit` and `shutdown`.",
        "Which primitive: a `queue.Queue` of calls, worker threads that loop over it, and a marker such as `None` that tells a worker to go "
        "home. One `Lock` makes “is it shut down?” and “put the call into the queue” one step, and the same lock guards the closing. "
        "`future.set_running_or_notify_cancel()` is how a worker begins a call.",
        "A sketch: submit: with the lock: RuntimeError if closed; start one more thread if there are fewer than max_workers; put (future, fn, "
        "args, kwargs). Worker: until None comes: begin the future, or skip it; call; set_result, or set_exception for any BaseException. "
        "shutdown: with the lock: mark it closed and put one None per thread; then, without the lock, join them.",
    ),
)

VALUES = (None, 0, False, "", 7, ValueError("a value, not an error"))
LIMITS = {"max_schedules": 500, "samples": 50}
BEGIN = "How does a worker begin a call? Between looking whether it is cancelled and beginning it, somebody may cancel it."


def new(m, workers):
    return attempt(f"ThreadExecutor({workers})", m.ThreadExecutor, workers)


def submit(executor, fn, /, *args, **kwargs):
    future = attempt("submit(fn)", executor.submit, fn, *args, **kwargs)
    expect(isinstance(future, Future), f"submit returned {type(future).__name__}, not a concurrent.futures.Future")
    return future


def result(future, what="the call"):
    """The result of a future; an error that it holds is a Failure."""
    return attempt(f"the future of {what}", future.result)


def shut(executor, *args, **kwargs):
    attempt("shutdown()", executor.shutdown, *args, **kwargs)


def threads():
    """How many threads of the module's are alive."""
    return sum(task.thread is not None and not task.guarded and not task.done and task.id > 0 for task in machine().tasks)


def no_threads(when):
    settle()
    expect(threads() == 0, f"{when}, {threads()} of its threads are still there: they wait for a call that never comes", "leak")


def log(name):
    """A call that writes its name down and returns it."""
    notes().ran.append(name)
    return name


def ran(name):
    return notes().ran.count(name)


def gated(name, place="the gate"):
    """A call that has begun and waits for the gate."""
    log(name)
    gate(place).wait()
    return name


def boom(error):
    raise error


@check(points=2, look=BEGIN, promise="`submit(fn, /, *args, **kwargs) -> Future`. A call that raises (any `BaseException`, `SystemExit` too) fails its "
                                     "future only. A cancelled future's call is not run.")
def basics(explore):
    """Each submitted call runs once; its future has its result or its exception; a cancelled call does not run."""
    def results(value):
        def scenario(m):
            notes().ran = []
            executor = new(m, 1)
            future = submit(executor, lambda: log("call") and value)
            got = result(future)
            expect(got is value, f"the call returned {value!r}, its future {got!r}")
            expect(future.exception() is None, f"the call returned {value!r}, and its future's exception() is {future.exception()!r}")
            shut(executor)
            expect(ran("call") == 1, f"a call that was submitted once ran {ran('call')} times")
        return scenario

    def rests(m):
        """A worker with nothing to do waits, and does not poll."""
        executor = new(m, 1)
        expect(result(submit(executor, int)) == 0, "int() gives something else than 0")
        settle()
        shut(executor)

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
        notes().ran = []
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
        notes().ran = []
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
            notes().ran, more = [], []
            executor = new(m, 1)

            def submit_more(*future):
                more.append(submit(executor, log, "another"))
            future = submit(executor, int if callback else submit_more)
            if callback:
                future.add_done_callback(submit_more)
            result(future)
            settle()
            expect(len(more) == 1, f"a {'callback' if callback else 'call'} could not submit another call, or still waits in submit", "deadlock")
            expect(result(more[0]) == "another", "the result of a call that was submitted from inside is another")
            shut(executor)
        return scenario

    def apart(m):
        one, other = new(m, 1), new(m, 1)
        notes().ran = []
        slow = submit(one, gated, "slow")
        got = result(submit(other, lambda: "quick"), "another executor's call")
        gate("the gate").open()
        expect((got, result(slow)) == ("quick", "slow"), "two executors mix up their results")
        shut(other)
        expect(result(submit(one, lambda: "later")) == "later", "when another executor is shut down, this one's calls have other results")
        shut(one)

    explore(rests, leaks=False)
    for value in VALUES:
        explore(results(value), leaks=False)
    for error in (KeyError("k"), StopIteration(3), SystemExit(1), KeyboardInterrupt(), GeneratorExit(), BaseException("base"),
                  futures.CancelledError(), futures.InvalidStateError()):
        explore(errors(error, False), leaks=False)
    explore(errors(KeyError("k"), True), leaks=False)
    explore(errors(SystemExit(1), True), leaks=False)
    for scenario in (arguments, cancelled, cancelled_meanwhile, from_inside(False), from_inside(True), apart):
        explore(scenario, leaks=False)


@check(points=2, promise="At most `max_workers` threads, and that many calls really run at once.",
       look="When is a thread started, and who decides that? Between counting the threads and starting one, somebody else may do the same.")
def workers(explore):
    """There are never more than `max_workers` threads, and that many calls run at once."""
    def together(count, before=None):
        """``count`` calls meet; before: what a call before them does."""
        def scenario(m):
            executor = new(m, count)
            if before is not None:
                submit(executor, before).exception()
            calls = [submit(executor, meet, count, f"a meeting of {count} calls") for _ in range(count)]
            for future in calls:
                result(future)
            shut(executor)
        return scenario

    def at_most(count):
        def scenario(m):
            notes().ran = []
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
            notes().ran = []
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
        notes().ran = []
        executor = new(m, 2)
        slow = submit(executor, gated, "slow")
        for number in range(2):
            quick = submit(executor, log, number)
            settle()
            expect(quick.done(), f"with max_workers=2, one call is running, and quick call {number + 1} beside it is not run", "deadlock")
        gate("the gate").open()
        expect(result(slow) == "slow", "the slow call has another result")
        shut(executor)

    def two_executors(m):
        """Each executor has workers of its own."""
        notes().ran = []
        one, other = new(m, 1), new(m, 1)
        calls = [submit(executor, gated, name) for executor, name in ((one, "one"), (other, "other"))]
        settle()
        expect(len(notes().ran) == 2, f"two executors with a worker each have a call each, and {len(notes().ran)} of them runs", "deadlock")
        gate("the gate").open()
        expect([result(future) for future in calls] == ["one", "other"], "two executors mix up their results")
        shut(one)
        shut(other)

    def reused(m):
        """A worker that has ended one call takes the next one."""
        notes().ran = []
        executor = new(m, 1)
        for number in range(3):
            expect(result(submit(executor, log, number)) == number, "a later call has another result")
            settle()
            expect(threads() <= 1, f"with max_workers=1 there are {threads()} threads after {number + 1} calls")
        shut(executor)

    for count in (1, 2):
        explore(at_most(count), **LIMITS)
    for scenario in (reused, twice, beside_a_slow_one, two_executors):
        explore(scenario, **LIMITS)
    explore(together(2), **LIMITS)
    explore(together(2, before=int), **LIMITS)
    explore(together(2, before=lambda: boom(SystemExit(1))), **LIMITS)
    explore(submitters(1, False), **LIMITS)
    explore(submitters(2, False), **LIMITS)
    explore(submitters(2, True), **LIMITS)
    explore(together(3), max_schedules=150, samples=50)


def full(count, calls):
    """Do just ``count`` of ``calls`` gated calls run, on no more than ``count`` threads?"""
    running = len(notes().ran)
    expect(threads() <= count, f"with max_workers={count} there are {threads()} threads")
    wanted = min(count, calls)
    expect(running >= wanted, f"with max_workers={count}, {calls} calls were submitted and only {running} run at once", "deadlock")
    expect(running <= wanted, f"with max_workers={count}, {running} calls run at once")


@check(points=2, promise="`map` submits everything before it returns and yields in order.",
       look="A function with `yield` in it does nothing at all before the first `next`: where does the submitting happen?")
def mapping(explore):
    """`map` submits all calls at once, and its iterator gives their results in the order of the items."""
    def order(items, form=list):
        def scenario(m):
            executor = new(m, 1)
            got = attempt("map(fn, items)", lambda: list(executor.map(lambda item: item, form(items))))
            expect(repr(got) == repr(items), f"map(lambda item: item, {items}) gives {got}")
            shut(executor)
        return scenario

    def by_hand(m):
        executor = new(m, 1)
        iterator = attempt("map(fn, items)", executor.map, str, [1, 2])
        got = [attempt("next(map(fn, items))", next, iterator) for _ in range(2)]
        expect(got == ["1", "2"], f"next() on map(str, [1, 2]) gives {got}")
        shut(executor)

    def last_comes_first(m):
        executor = new(m, 2)
        done = []

        def call(item):
            if item == 0:
                gate("the gate").wait()
            done.append(item)
            if item == 1:
                gate("the gate").open()
            return item
        got = attempt("map(fn, items)", lambda: list(executor.map(call, (0, 1))))
        expect(done == [1, 0], "the calls did not run at once")
        expect(got == [0, 1], f"map(fn, (0, 1)): 1 was finished first, and the results come as {got}")
        shut(executor)

    def at_once(m):
        """All is submitted before anybody asks for a result, and the calls need not have ended."""
        notes().ran = []
        executor = new(m, 1)
        asker = spawn(executor.map, gated, iter(["a", "b"]), name="map(fn, items)")
        settle()
        expect(ran("a"), "map has returned, and no call runs: nothing is submitted before somebody asks for the results"
               if asker.done else "map waits, and no call runs")
        expect(asker.done, "map does not return before its calls have ended; it has only to submit them", "deadlock")
        iterator = asker.join()
        shutter = spawn(executor.shutdown, name="shutdown")
        gate("the gate").open()
        attempt("shutdown()", shutter.join)
        expect(sorted(notes().ran) == ["a", "b"], f"map(fn, ['a', 'b']) and shutdown(), and only these calls have run: {notes().ran}")
        got = attempt("the iterator of map", list, iterator)
        expect(got == ["a", "b"], f"map(fn, ['a', 'b']) gives {got}")

    def one_by_one(m):
        """The first result is there while the second call still runs."""
        notes().ran = []
        executor = new(m, 2)
        iterator = attempt("map(fn, items)", executor.map, lambda item: gated(item) if item else item, [0, 1])
        asker = spawn(next, iterator, name="next")
        settle()
        expect(asker.done, "the first call has ended, and its result does not come before the second call's", "deadlock")
        expect(asker.join() == 0, f"map(fn, [0, 1]) gives {asker.join()!r} first")
        asker = spawn(next, iterator, name="next")
        settle()
        still_waits(asker, "the second call still runs, and the iterator of map gives a second result")
        gate("the gate").open()
        expect(asker.join() == 1, f"map(fn, [0, 1]) gives {asker.join()!r} after 0")
        shut(executor)

    def errors(m):
        executor = new(m, 1)
        error, got, caught = KeyError("k"), [], None
        try:
            for value in executor.map(lambda item: boom(error) if item else item, [0, 1, 0]):
                got.append(value)
        except Exception as raised:
            if isinstance(raised, NotImplementedError):
                raise unexpected(raised, "map") from raised
            caught = raised
        expect(caught is error, f"the second of three calls raises {error!r}; the iterator of map raises {caught!r}")
        expect(got == [0], f"the second of three calls raises; before that, the iterator of map gave {got}, not [0]")
        expect(result(submit(executor, lambda: "after")) == "after", "after a map whose call raised, submit fails")
        shut(executor)

    for items in ([], [3], [None, 0], [1, True, 1.0], ["", None, 5]):
        explore(order(items), **LIMITS)
    explore(order([2, 1], iter), **LIMITS)
    explore(order(["a", "a"], lambda items: (item for item in items)), **LIMITS)
    for scenario in (by_hand, last_comes_first, at_once, one_by_one, errors):
        explore(scenario, **LIMITS)


@check(points=3, promise="`shutdown(wait=True)` returns when all submitted work is done and the threads have ended; `submit` after it "
                                         "is a `RuntimeError`, and no submitted call is ever silently dropped, also when `submit` races with `shutdown`.",
       look="Put `submit` between any two lines of `shutdown`, and `shutdown` between any two lines of `submit`.")
def shutdown(explore):
    """`shutdown` waits for all calls and threads; afterwards nothing is taken; no call is lost on the way."""
    def waits(*args, **kwargs):
        def scenario(m):
            notes().ran = []
            executor = new(m, 1)
            calls = [submit(executor, gated, "running"), submit(executor, log, "waiting")]
            ender = spawn(executor.shutdown, *args, name="shutdown") if not kwargs else \
                spawn(lambda: executor.shutdown(**kwargs), name="shutdown")
            settle()
            still_waits(ender, "shutdown has returned while a call is still running")
            gate("the gate").open()
            ender.join()
            returned()
            for future, name in zip(calls, ("running", "waiting")):
                expect(future.done() and not future.cancelled(), f"shutdown has returned, and the {name} call was never run")
                expect(result(future) == name, "a call's result is another's")
            refused(executor)
        return scenario

    def does_not_wait(flag):
        def scenario(m):
            notes().ran = []
            executor = new(m, 1)
            calls = [submit(executor, gated, "running"), submit(executor, log, "waiting")]
            ender = spawn(executor.shutdown, False, name="shutdown(False)") if flag else \
                spawn(lambda: executor.shutdown(wait=False), name="shutdown(wait=False)")
            settle()
            expect(ender.done, f"{ender.name} waits for a call", "deadlock")
            ender.join()
            refused(executor)
            again = spawn(executor.shutdown, name="shutdown()")
            settle()
            still_waits(again, "shutdown(wait=False), then shutdown(): it has returned while a call is still running")
            gate("the gate").open()
            again.join()
            for future, name in zip(calls, ("running", "waiting")):
                expect(future.done() and not future.cancelled(), f"after {ender.name} the {name} call is dropped")
            no_threads(f"after {ender.name}")
        return scenario

    def idle(used):
        def scenario(m):
            executor = new(m, 2)
            for _ in range(used):
                result(submit(executor, int))
            executor.shutdown(wait=True)
            returned()
            shut(executor)
            refused(executor)
        return scenario

    def idle_pair(m):
        executor = new(m, 2)
        for future in [submit(executor, meet, 2, "a meeting of 2 calls") for _ in range(2)]:
            result(future)
        settle()
        ender = spawn(executor.shutdown, name="shutdown")
        settle()
        expect(ender.done, "two workers have nothing to do, and shutdown does not return", "deadlock")
        ender.join()
        returned()

    def idle_without_waiting(m):
        executor = new(m, 2)
        result(submit(executor, int))
        executor.shutdown(wait=False)
        no_threads("after shutdown(wait=False), with nothing to do,")

    def context(error):
        def scenario(m):
            notes().ran = []
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
        notes().ran = []
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
            notes().ran = []
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
        notes().ran = []
        executor = new(m, 1)
        outer = submit(executor, lambda: try_to_submit(executor, "inner"))
        shut(executor)
        returned()
        expect(outer.done(), "shutdown has returned, and a call has not ended")
        taken(result(outer), "a call of its own", True)

    def with_cancelled(m):
        notes().ran = []
        executor = new(m, 1)
        first, second = submit(executor, gated, "first"), submit(executor, log, "second")
        settle()
        second.cancel()
        ender = spawn(executor.shutdown, name="shutdown")
        gate("the gate").open()
        ender.join()
        returned()
        expect(result(first) == "first" and not ran("second"), "a cancelled call has run during shutdown")

    for scenario in (idle(0), idle(1), idle_pair, context(None), context(KeyError("from the body")), waits(), waits(wait=True), waits(True),
                     with_cancelled, two_at_once, from_a_call):
        explore(scenario, **LIMITS)
    for scenario in (does_not_wait(False), does_not_wait(True), idle_without_waiting):
        explore(scenario, leaks=False, **LIMITS)
    for warm in (False, True):
        explore(race(True, warm), **LIMITS)
        explore(race(False, warm), leaks=False, **LIMITS)
    explore(race(True, False, 2), max_schedules=500, samples=200)


def refused(executor):
    """After shutdown, submit and map are refused, and run nothing."""
    notes().ran = []
    expect_raises(RuntimeError, executor.submit, log, "late", what="after shutdown, submit(fn)")
    expect_raises(RuntimeError, lambda: list(executor.map(log, ["late"])), what="after shutdown, map(fn, items)")
    settle()
    expect(not ran("late"), "after shutdown, submit raises RuntimeError and runs the call all the same")


def try_to_submit(executor, name):
    """(name, the future or None if it was refused)."""
    try:
        return name, executor.submit(log, name)
    except RuntimeError:
        return name, None


def taken(answer, who, wait):
    """If submit has taken the call, it has been run; else not."""
    name, future = answer
    if future is None:
        return expect(not ran(name), f"submit by {who} raises RuntimeError, and its call has run all the same")
    if not wait:
        settle()
    expect(future.done(), f"submit by {who} came while shutdown was under way: it returned a future, and its call is never run")
    expect(ran(name) == 1 and result(future) == name, f"submit by {who} returned a future whose call ran {ran(name)} times")


@check(points=1, after=("basics", "workers", "mapping", "shutdown"), real=True, promise="It works on real threads as well, and its threads end.")
def real_threads(module):
    """On real threads, three workers run hundreds of calls from three threads, one of which shuts down."""
    before = set(threading.enumerate())
    lock, inside, most, calls = threading.Lock(), [0], [0], []
    executor = module.ThreadExecutor(3)
    barrier = threading.Barrier(3)
    met = [executor.submit(barrier.wait) for _ in range(3)]
    met = sorted(future.result() for future in met)

    def work(number):
        with lock:
            inside[0] += 1
            most[0] = max(most[0], inside[0])
        with lock:
            inside[0] -= 1
        if number % 50 == 0:
            raise SystemExit(number)
        return number

    def submit_all(start):
        for number in range(start, start + 100):
            try:
                calls.append((number, executor.submit(work, number)))
            except RuntimeError:
                return

    mapped = list(executor.map(str, range(100)))
    submitters = [threading.Thread(target=submit_all, args=(start,)) for start in (1, 201)]
    for thread in submitters:
        thread.start()
    submit_all(401)
    executor.shutdown()
    for thread in submitters:
        thread.join()
    alive = [thread.name for thread in threading.enumerate() if thread not in before]
    wrong = [number for number, future in calls if not future.done() or future.cancelled()
             or (future.exception(0) is None) != (number % 50 != 0) or future.exception(0) is None and future.result(0) != number]
    return {"met": met, "mapped": mapped, "most": most[0], "alive": alive, "wrong": wrong[:3], "isinstance": all(
        isinstance(future, futures.Future) for _, future in calls)}


@real_threads.judge
def _(data):
    expect(data["met"] == [0, 1, 2], "three calls did not meet with three workers")
    expect(data["mapped"] == [str(i) for i in range(100)], "map(str, range(100)) gives other results, or another order")
    expect(data["most"] <= 3, f"{data['most']} calls ran at once, with three workers")
    expect(not data["alive"], f"after shutdown these threads are still running: {', '.join(data['alive'])}", "leak")
    expect(not data["wrong"], f"after shutdown, the futures of these calls are not done, or hold something else: {data['wrong']}")
    expect(data["isinstance"], "submit returns something that is not a concurrent.futures.Future")
