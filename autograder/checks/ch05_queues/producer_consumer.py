"""Producer and consumers, joined by a bounded queue.

Goal: a producer that never runs ahead of its consumers by more than the queue holds; results in order, whoever is done first; an
end that every consumer hears of; an error that stops nobody else.  Bounds: up to three consumers and six items.
"""

from autograder.checks.spec import Exercise, Failure, attempt, check, expect, gate, meet, notes, returned, settle, spawn
from autograder.checks.watching import Parcel, has_manager, process_number

EXERCISE = Exercise(
    title="Producer and consumers",
    provides=("run(items, work, consumers=2, capacity=1)",),
    hints=(
        "Where to look: what tells a consumer that no more items come, and how many consumers have to be told? Who empties the "
        "results while the producer still waits for a free place?",
        "Which primitive: `multiprocessing.Queue(capacity)` for the items, each with its index; one sentinel for each consumer at "
        "the end; a second queue, or pipe, for the pairs of index and outcome. Take all the results before you join, and close the queue.",
        "A sketch: consumer: for each (index, item) until the sentinel: try work; put (index, True, value) or (index, False, error). "
        "run: start the consumers and, in a thread, the producer; take as many results as there are items; join all; raise the "
        "earliest error, or return the values by index.",
    ),
)


class Broken(Exception):
    """What ``work`` raises here."""


def triple(item):
    return item * 3


def describe(item):
    """Tells 1, True and 1.0 apart."""
    return repr(item)


def nothing(item):
    return None


def together(item):
    meet(2, "the consumers' work")
    return item


def three_together(item):
    meet(3, "the consumers' work")
    return item


def last_first(item):
    """The first item's work ends when the second one's has."""
    if item == 0:
        gate("the work on item 1").wait()
    else:
        gate("the work on item 1").open()
    return -item


def stuck(parcel):
    notes().begun.append(parcel.number)
    gate("the end of all work").wait()
    return parcel.number


def noted(item):
    notes().places.append(process_number())
    return item


def breaks(item):
    """Items that are texts are raised."""
    notes().worked.append(item)
    if isinstance(item, str):
        raise Broken(item)
    return item


def breaks_late(item):
    """As ``breaks``; the first item's exception comes after the second one's."""
    if item == "first":
        gate("the second exception").wait()
    elif item == "second":
        gate("the second exception").open()
    raise Broken(item)


def stops(item):
    raise StopIteration(item)


def gives_error(item):
    return Broken(item)


def gives_pair(item):
    return item, Broken(item)


def result(m, items, work, *rest):
    call = f"run({items!r}, {work.__name__}{''.join(f', {n}' for n in rest)})"
    return call, attempt(call, m.run, items, work, *rest)


def must_give(items, work, right, *rest):
    """A scenario: run(items, work, …) must return ``right``."""
    def scenario(m):
        call, got = result(m, items, work, *rest)
        expect(type(got) is list and got == right, f"{call} returned {got!r}, not {right!r}")
    return scenario


@check(points=2, promise="Results in the order of `items`, which may be any iterable; `work` is called in processes. Works for no items.")
def basics(explore):
    """Every item is worked once, and the results come in the order of the items."""
    for scenario in (must_give([3, 1, 2], triple, [9, 3, 6]), must_give([], triple, []), must_give([5], triple, [15], 1),
                     must_give([2, 1], triple, [6, 3], 2, 5)):
        explore.once(scenario)

    def read_once(m):
        got = attempt("run of an iterator", m.run, iter([1, 2]), triple)
        expect(got == [3, 6], f"run(iter([1, 2]), triple) returned {got!r}, not [3, 6]: items may be any iterable, read once")
        got = attempt("run of a range", m.run, range(1), triple)
        expect(got == [0], f"run(range(1), triple) returned {got!r}, not [0]")
    explore.once(read_once)

    def elsewhere(m):
        notes().places = []
        result(m, [1, 2], noted)
        expect(0 not in notes().places, "work is called in the caller's own process; consumers are processes of their own")
    explore.once(elsewhere)


@check(points=2, look="Does one consumer have to be done before the next one begins?",
       promise="`consumers` processes take the items and apply `work`; `consumers` calls really run at once when there are that many "
               "items.")
def at_once(explore):
    """As many calls of work run at once as there are consumers, each in a process of its own, and never more."""
    explore(must_give([1, 2], together, [1, 2]), max_schedules=60, samples=15)
    explore(must_give([1, 2, 3], three_together, [1, 2, 3], 3), max_schedules=20, samples=10)

    def places(m):
        notes().places = []
        result(m, [1, 2, 3], noted)
        count = len(set(notes().places))
        expect(count <= 2, f"run([1, 2, 3], work) with two consumers calls work in {count} processes")
    explore(places, max_schedules=20, samples=10)


@check(points=1, look="What makes the producer wait when its consumers are busy?",
       promise="A producer puts the items into a bounded queue of at most `capacity`.")
def bounded(explore):
    """While the consumers are busy, no more than `capacity` items wait in the queue."""
    def scenario(*rest):
        consumers, capacity = rest or (2, 1)
        def run(m):
            notes().begun, notes().sent = [], []
            worker = spawn(m.run, [Parcel(n) for n in range(7)], stuck, *rest, name="run")
            settle()
            begun, waiting = len(notes().begun), len(notes().sent) - len(notes().begun)
            expect(begun == consumers, f"with {consumers} consumers and seven items, work has begun on {begun}", "deadlock")
            expect(waiting <= capacity + has_manager(), f"{consumers} of seven items are being worked on, and {waiting} wait in the queue: "
                   f"its capacity is {capacity}")
            gate("the end of all work").open()
            got = worker.join()
            expect(got == [0, 1, 2, 3, 4, 5, 6], f"afterwards run returned {got!r}")
        return run

    for rest in ((1, 1), (2, 2), (), (1, 3)):
        explore(scenario(*rest), max_schedules=15, samples=8)


@check(points=2, look="Which index does a result belong to? Who still waits for whom when the last item is done?",
       promise="Results in the order of `items`, whatever the order of finishing; fewer items than consumers; large results. All "
               "processes have ended on return.")
def delivery(explore):
    """Whatever the order of events, every result arrives in its place, and every process ends."""
    for items, right in (([None, 0, None], ["None", "0", "None"]), ([1, True, 1.0, 1], ["1", "True", "1.0", "1"]),
                         (["STOP", "stop", "END", "DONE", "QUIT", "", False], ["'STOP'", "'stop'", "'END'", "'DONE'", "'QUIT'", "''", "False"]),
                         ([-1, (), ..., StopIteration, (None, None)], ["-1", "()", "Ellipsis", repr(StopIteration), "(None, None)"])):
        explore.once(must_give(items, describe, right))
    explore(must_give([0, 1], last_first, [0, -1]), max_schedules=60, samples=20)
    explore(must_give([7], describe, ["7"], 3), max_schedules=80, samples=20)
    explore(must_give([], describe, [], 2), max_schedules=80, samples=20)
    explore(must_give([1, 2, 3], triple, [3, 6, 9]), max_schedules=100, samples=50)
    explore(must_give([1, 2], nothing, [None, None], 1), max_schedules=80, samples=20)
    explore(must_give([b"x" * 50_000, b"y" * 50_000], triple, [b"x" * 150_000, b"y" * 150_000]), max_schedules=15, samples=5)
    explore(must_give([b"x" * 50_000] * 3, triple, [b"x" * 150_000] * 3, 1, 2), max_schedules=30, samples=10)


@check(points=1, look="What does a consumer do after an exception? And which of two exceptions is raised?",
       promise="If `work` raises, the other items are still worked; then the exception of the earliest failing item is raised.")
def errors(explore):
    """An exception of work stops nobody else, and the earliest item's one is raised."""
    def scenario(items, *rest):
        def run(m):
            notes().worked = []
            must_raise(m, items, breaks, next(i for i in items if isinstance(i, str)), *rest)
            returned()
            worked = sorted(map(repr, notes().worked))
            expect(worked == sorted(map(repr, items)), f"run({items!r}, work): the items that were worked are {', '.join(worked)}")
        return run

    for items, rest in (((1, "a", 2), ()), (("a", "b"), ()), ((1, 2, "a"), (1,)), (("a", 1, "b", 2), (1, 1)), (("a",), (2,))):
        explore(scenario(list(items), *rest), max_schedules=30, samples=15)
    explore(lambda m: must_raise(m, ["first", "second"], breaks_late, "first"), max_schedules=30, samples=15)

    def stop_iteration(m):
        try:
            got = m.run([1, 2], stops)
        except (StopIteration, RuntimeError):
            return
        raise Failure(f"work raises StopIteration, and run returned {got!r}")

    def an_error_as_value(m):
        call, got = result(m, ["a"], gives_error)
        expect(type(got) is list and [type(e) for e in got] == [Broken] and got[0].args == ("a",),
               f"{call} returned {got!r}: an exception that work returns is a result like any other")

    def an_error_in_a_pair(m):
        call, got = result(m, ["error", False], gives_pair)
        expect(type(got) is list and [(item, type(e)) for item, e in got] == [("error", Broken), (False, Broken)],
               f"{call} returned {got!r}: what work returns is a result, whatever it looks like")

    for scenario in (stop_iteration, an_error_as_value, an_error_in_a_pair):
        explore.once(scenario)


def must_raise(m, items, work, text, *rest):
    call = f"run({items!r}, work{''.join(f', {n}' for n in rest)})"
    try:
        got = m.run(items, work, *rest)
    except Broken as error:
        expect(error.args == (text,), f"{call} raises the exception of item {error.args[0]!r}; the earliest that fails is {text!r}")
        return
    except Exception as error:
        raise Failure(f"{call} raises {type(error).__name__}: {error}; work raised Broken({text!r})", "exception") from error
    raise Failure(f"{call} returned {got!r}, although work raises Broken({text!r})")


@check(points=2, after=("delivery", "errors", "at_once"), real="processes",
       promise="It works under every start method, with large items and results, and all processes have ended on return.")
def real_processes(module):
    """In real processes, under every start method, large results arrive, errors too, and nothing is left."""
    got = module.run([b"x" * 1_000_000, *range(9), b"y" * 1_000_000], triple)
    try:
        raised = repr(module.run([1, "a", "b"], breaks_for_real, 2, 2))
    except Broken as error:
        raised = list(error.args)
    return {"got": [one if isinstance(one, int) else len(one) for one in got], "raised": raised}


def breaks_for_real(item):
    if isinstance(item, str):
        raise Broken(item)
    return item


@real_processes.judge
def _(data):
    expect(data["got"] == [3_000_000, *range(0, 27, 3), 3_000_000],
           f"items: 1,000,000 bytes, the numbers 0 to 8, 1,000,000 bytes; work triples each; run gave {data['got']}")
    expect(data["raised"] == ["a"], f"work raises for the items 'a' and 'b'; run gave {data['raised']}, not the exception of 'a'")
