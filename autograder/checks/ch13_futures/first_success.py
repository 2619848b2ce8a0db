"""The first success of several calls, on any executor.

Goal: hear of every future as it ends, in order; take the first success, cancel the rest, or report all the failures.
Bounds: up to three calls; an executor played by the examiner, one that runs each call in `submit`, thread and process pools of
one or two.
"""

from concurrent import futures
from functools import partial

from autograder.checks.ch13_futures._played import (AtOnce, Error, Hand, answer_of, ask, begun, call_for, fails, situation,
                                                    started, submitted)
from autograder.checks.outcomes import ODD_VALUES, must_return, told
from autograder.checks.spec import Exercise, attempt, check, expect, gate, meet, notes, returned, settle, spawn
from autograder.standins.process_executor import ProcessPoolExecutor
from autograder.standins.thread_executor import ThreadPoolExecutor

EXERCISE = Exercise(
    title="The first success",
    provides=("first_success(executor, calls)",),
    forbids=("asyncio",),
    hints=(
        "Where to look: a future tells you when it ends, if you ask it to. In which order do you hear of several, and what if "
        "some have ended before you ask?",
        "Which primitive: `future.add_done_callback(queue.put)` right after `submit` puts each future into a `queue.SimpleQueue` "
        "when it is done, in the order in which they end. `as_completed` and `wait` keep the futures in sets: those that are "
        "done already come in any order.",
        "A sketch: submit each call, and add the callback at once; no futures: ValueError. As often as there are futures: take "
        "one out of the queue; if it has no exception, cancel all the others and return its result. After the loop: "
        "ExceptionGroup of each future's exception, in the order of the list.",
    ),
)

ORDER = "Where does your code learn that a future has ended? If it looks at several at once, it cannot know which was first."


def gave(value, answer, situation):
    must_return(value, answer, f"{situation}: first_success")


@check(points=2, promise="Submits the zero-argument callables and returns the result of the first to succeed; `None` is one. "
                         "Works with any `Executor`: threads, processes, one that runs each call at once in `submit`.")
def basics(explore):
    """The result of a call that succeeds is returned, on every kind of executor."""
    def one(value):
        def scenario(m):
            gave(value, ask(m, AtOnce(), [call_for(value)]), f"one call that returns {value!r}")
            error = Error(KeyError("k"))
            gave(value, ask(m, AtOnce(), [call_for(error), call_for(value)]), situation([error, value]))
            gave(value, ask(m, AtOnce(), [call_for(value), call_for(error)]), situation([value, error]))
        return scenario

    def iterables(m):
        for form in (tuple, iter, lambda calls: (call for call in calls), dict.fromkeys):
            calls = form([call_for(Error(KeyError("k"))), call_for("b")])
            gave("b", ask(m, AtOnce(), calls), f"the calls come as a {type(calls).__name__}")
        same = call_for(5)
        gave(5, ask(m, AtOnce(), [same, same]), "the same call twice")
        gave(0, ask(m, AtOnce(), [int]), "a call that is a class")

    def twice(m):
        """What an earlier call has left behind changes nothing."""
        early, error = KeyError("early"), KeyError("k")
        gave("a", ask(m, AtOnce(), [call_for(Error(early)), call_for("a")]), "the first call of first_success")
        fails([error], ask(m, AtOnce(), [call_for(Error(error))]), "first_success is called once more, with one call that fails")
        gave("b", ask(m, AtOnce(), [call_for("b")]), "first_success is called once more, with one call that returns 'b'")

    def threads(workers):
        def scenario(m):
            notes().ran = []
            with ThreadPoolExecutor(workers) as executor:
                answer = ask(m, executor, [partial(met, workers, Error(KeyError("k"))), partial(met, workers, "b")])
                gave("b", answer, "two calls on a thread pool, the second returns 'b'")
            expect(notes().ran.count("b") == 1, f"a call ran {notes().ran.count('b')} times")
        return scenario

    def processes(m):
        with ProcessPoolExecutor(1) as executor:
            answer = ask(m, executor, [partial(int, "no number"), partial(int, "7")])
            expect(answer == ("returned", 7), f"two calls on a process pool, the second returns 7: first_success {told(answer)}")

    for value in ODD_VALUES:
        explore(one(value))
    for scenario in (iterables, twice, threads(1), threads(2)):
        explore(scenario, max_schedules=1_000, samples=200)
    explore(processes, max_schedules=300, samples=50)


def met(count, outcome):
    """A call that ends when ``count`` of them run at once."""
    notes().ran.append("k" if type(outcome) is Error else outcome)
    if count > 1:
        meet(count, "the calls")
    return call_for(outcome)()


@check(points=2,
       promise="If all fail, an `ExceptionGroup` of their exceptions, in the order of `calls`. No calls is a `ValueError`.",
       look="Which exceptions belong to the calls, and which to your own code? In which order do you collect them?")
def errors(explore):
    """If all calls fail, all their exceptions are raised together, in the order of the calls."""
    kinds = (KeyError("a"), StopIteration(), futures.CancelledError(), TimeoutError("b"), ExceptionGroup("c", [KeyError("d")]),
             IndexError())

    def at_once(several):
        def scenario(m):
            outcomes = [Error(error) for error in several]
            fails(several, ask(m, AtOnce(), [call_for(o) for o in outcomes]), situation(outcomes))
        return scenario

    def same_twice(m):
        error = KeyError("k")
        call = call_for(Error(error))
        fails([error, error], ask(m, AtOnce(), [call, call]), "the same failing call twice")

    def by_hand(order):
        def scenario(m):
            several = kinds[:len(order)]
            executor, outcomes = Hand(), [Error(error) for error in several]
            asker = started(m, executor, outcomes)
            for index in order:
                executor.run(index)
            fails(several, answer_of(asker, "all calls have failed"), situation(outcomes, order))
        return scenario

    def two_threads(m):
        """Two calls fail at the same time."""
        several = kinds[:2]
        executor, outcomes = Hand(), [Error(error) for error in several]
        asker = started(m, executor, outcomes)
        enders = [spawn(executor.run, index, name=f"worker {index + 1}") for index in range(2)]
        for ender in enders:
            ender.join()
        fails(several, answer_of(asker, "both calls have failed at the same time"), situation(outcomes))

    def pool(m):
        several = kinds[:2]
        with ThreadPoolExecutor(2) as executor:
            fails(several, ask(m, executor, [call_for(Error(error)) for error in several]), "two calls fail on a thread pool")

    def none(m):
        for calls in ([], (), iter([]), (call for call in ()), {}):
            executor = Hand()
            answer = ask(m, executor, calls)
            expect(answer[0] == "raised" and isinstance(answer[1], ValueError) and not isinstance(answer[1], ExceptionGroup),
                   f"no calls: first_success {told(answer)}; it must raise ValueError")

    for error in kinds:
        explore(at_once([error]))
    for scenario in (at_once(kinds[:2]), at_once(kinds[1::-1]), at_once(kinds), same_twice, by_hand((1, 0)), by_hand((2, 0, 1)),
                     two_threads, none):
        explore(scenario)
    explore(pool, max_schedules=1_000, samples=200)


@check(points=3, look=ORDER,
       promise="The result of the first to succeed, in order of finishing (the order in which the futures' done-callbacks run).")
def order(explore):
    """The first to succeed decides, in the order in which the calls end, whatever comes before, between and after."""
    def by_hand(outcomes, order, winner, slowly):
        """slowly: first_success hears of each end before the next one comes."""
        def scenario(m):
            executor = Hand()
            asker = started(m, executor, outcomes)
            for index in order:
                executor.run(index)
                if slowly:
                    settle()
            gave(outcomes[winner], answer_of(asker, f"call {winner + 1} has succeeded"), situation(outcomes, order))
        return scenario

    def at_once(outcomes, winner):
        def scenario(m):
            gave(outcomes[winner], ask(m, AtOnce(), [call_for(o) for o in outcomes]), situation(outcomes, range(len(outcomes))))
        return scenario

    def one_worker(outcomes, winner):
        """With one thread, the calls end in their order."""
        def scenario(m):
            with ThreadPoolExecutor(1) as executor:
                answer = ask(m, executor, [call_for(o) for o in outcomes])
            gave(outcomes[winner], answer, "on one thread, " + situation(outcomes, range(len(outcomes))))
        return scenario

    def while_it_submits(outcomes, winner):
        """The calls end, one after the other, as soon as they are submitted."""
        def scenario(m):
            executor = Hand()

            def worker():
                for index in range(len(outcomes)):
                    gate(f"call {index + 1}").wait()
                    executor.run(index)
            spawn(worker, name="worker", stays=True)
            asker = begun(m, executor, outcomes)
            answer = answer_of(asker, f"call {winner + 1} has succeeded")
            gave(outcomes[winner], answer, situation(outcomes, range(len(outcomes))))
        return scenario

    def beside_a_slow_one(m):
        """A call that is still running holds nobody up; when it ends later, it is not taken for one of a later call's."""
        executor = Hand()
        asker = started(m, executor, ("slow", "quick"))
        executor.begin(0)
        executor.run(1)
        when = "call 2 has returned 'quick' while call 1 is running"
        gave("quick", answer_of(asker, when), when)
        asker = begun(m, executor, ("c", "d"), "first_success again")
        settle()
        executor.end(0)
        settle()
        expect(not asker.done, "first_success is called again; a call of the first time ends, and it returns: it takes that "
                               "call for one of its own")
        executor.run(3)
        gave("d", answer_of(asker, "the second of two calls has returned 'd'"), "called again, the second call returns 'd'")

    def both_at_once(outcomes, possible):
        def scenario(m):
            executor = Hand()
            asker = started(m, executor, outcomes)
            workers = [spawn(executor.run, index, name=f"worker {index + 1}") for index in range(2)]
            for worker in workers:
                worker.join()
            answer = answer_of(asker, "both calls have ended at the same time")
            right = answer in [("returned", outcomes[i]) for i in possible]
            expect(right, f"{situation(outcomes)}, at the same time: first_success {told(answer)}")
        return scenario

    oops, oops2 = Error(KeyError("k")), Error(IndexError("i"))
    for slowly in (True, False):
        for outcomes, sequence, winner in (
                (("a", "b"), (1, 0), 1), (("a", "b"), (0, 1), 0), ((None, "b", "c"), (2, 0, 1), 2), (("a", None), (1, 0), 1),
                ((oops, "b", "c"), (0, 2, 1), 2), (("a", oops, "c"), (1, 0, 2), 0), ((oops, oops2, "c"), (1, 0, 2), 2),
                ((0, False), (1, 0), 1)):
            explore(by_hand(outcomes, sequence, winner, slowly))
    for outcomes, winner in ((("a", "b"), 0), ((oops, "b", "c"), 1), ((None, "b", "c"), 0), (("a", oops, "c"), 0),
                             ((oops, oops2, "c"), 2)):
        explore(at_once(outcomes, winner))
    explore(one_worker(("a", "b"), 0))
    explore(one_worker((oops, "b", "c"), 1), max_schedules=500, samples=200)
    explore(while_it_submits(("a", "b"), 0))
    explore(while_it_submits((oops, "b"), 1))
    explore(while_it_submits((oops, "b", "c"), 1), max_schedules=150, samples=50)
    explore(beside_a_slow_one)
    explore(both_at_once(("a", "b"), (0, 1)))
    explore(both_at_once((oops, "b"), (1,)))
    explore(both_at_once(("a", oops), (0,)))


@check(points=2, promise="Cancels those not begun.",
       look="Which futures does your code know of at the moment of the first success, and who else works with this executor?")
def cancelling(explore):
    """After the first success, calls that have not begun are cancelled, running ones are not waited for."""
    def rest(waiting):
        """One call runs, another succeeds, the others have not begun."""
        def scenario(m):
            executor = Hand()
            foreign = executor.submit(int)
            asker = begun(m, executor, ("slow", "quick", *range(waiting)))
            settle()
            submitted(asker, executor, 3 + waiting)
            executor.begin(1)
            executor.run(2)
            when = "call 2 has returned 'quick' while call 1 is running"
            gave("quick", answer_of(asker, when), when)
            returned()
            for index in range(3, len(executor.work)):
                cancelled = executor.future(index).cancelled()
                expect(cancelled, f"call 2 has succeeded, and call {index}, which has not begun, is not cancelled")
            expect(not foreign.cancelled(), "a call that somebody else has submitted to the same executor is cancelled")
            expect(not executor.closed, "first_success has shut the caller's executor down")
            expect(executor.future(1).running(), "the running call's future is touched")
            executor.end(1)
        return scenario

    def while_it_submits(count):
        """The first call succeeds while the others are being submitted."""
        def scenario(m):
            executor = Hand()

            def worker():
                gate("call 1").wait()
                executor.run(0)
            helper = spawn(worker, name="worker")
            gave("a", ask(m, executor, [call_for(o) for o in ("a", *range(1, count))]), "call 1 has succeeded")
            returned()
            for index in range(1, len(executor.work)):
                cancelled = executor.future(index).cancelled()
                expect(cancelled, f"call 1 succeeds while call {index + 1} is being submitted, and that one is not cancelled")
            helper.join()
        return scenario

    def pool(m):
        """On one thread, the second call has begun or is cancelled; it is not waited for."""
        notes().ran = []
        with ThreadPoolExecutor(1) as executor:
            asker = spawn(ask, m, executor, [call_for("a"), gated], name="first_success")
            answer = answer_of(asker, "call 1 has succeeded, and call 2 is still running or has not begun")
            gave("a", answer, "on one thread, call 1 returns 'a'")
            gate("the gate").open()
            attempt("submit, after first_success,", lambda: executor.submit(int).result())

    def same_executor_again(m):
        executor = Hand()
        for turn in range(2):
            asker = begun(m, executor, ("a", "b"))
            settle()
            submitted(asker, executor, 2 * turn + 2)
            executor.run(2 * turn + 1)
            gave("b", answer_of(asker, "call 2 has succeeded"), "call 2 returns 'b'")
            cancelled = executor.future(2 * turn).cancelled()
            expect(cancelled, "call 2 has succeeded, and call 1, which has not begun, is not cancelled")

    for scenario in (rest(1), rest(2), while_it_submits(2), while_it_submits(3), same_executor_again):
        explore(scenario)
    explore(pool, max_schedules=1_000, samples=200)


def gated():
    gate("the gate").wait()


@check(points=1, after=("basics", "errors", "order", "cancelling"), real="processes",
       promise="Works with any `Executor`: threads, processes, one that runs each call at once in `submit`.")
def real_executors(module):
    """On real thread and process pools, and on an executor that runs each call in `submit`."""
    calls = [partial(int, "no number"), partial(int, "7"), partial(divmod, 1, 0)]
    found = {}
    for name, make in (("a thread pool", partial(futures.ThreadPoolExecutor, 3)),
                       ("a process pool", partial(futures.ProcessPoolExecutor, 1)),
                       ("an executor that runs each call in submit", RealAtOnce)):
        with make() as executor:
            found[name] = [outcome(module, executor, each) for each in (calls, iter([calls[2], calls[0]]), [])]
    found["a thread that ends late"] = [late(module)]
    return found


class RealAtOnce(futures.Executor):
    def submit(self, fn, /, *args, **kwargs):
        future = futures.Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future


def outcome(module, executor, calls):
    try:
        return repr(module.first_success(executor, calls))
    except ExceptionGroup as group:
        return [type(error).__name__ for error in group.exceptions]
    except ValueError:
        return "ValueError"


def late(module):
    """A call that runs until first_success has returned is not waited for."""
    from threading import Event
    event = Event()
    with futures.ThreadPoolExecutor(2) as executor:
        try:
            return outcome(module, executor, [event.wait, partial(int, "8")])
        finally:
            event.set()


@real_executors.judge
def _(data):
    wanted = ["7", ["ZeroDivisionError", "ValueError"], "ValueError"]
    for name, got in data.items():
        if name == "a thread that ends late":
            expect(got == ["8"], f"the second call returned 8 while the first was running; first_success gave {got[0]}")
            continue
        for number, (value, right) in enumerate(zip(got, wanted, strict=True)):
            asked = ("three calls, one of which succeeds with 7", "two calls that fail", "no calls")[number]
            expect(value == right, f"with {name} and {asked}, first_success gives {value}; it must be {right}")
