"""A task queue: a JoinableQueue feeds worker processes.

Goal: tell "everything has been taken" from "everything is done"; call ``task_done`` once for each item, whatever happens; read the
answers before waiting for those who wrote them.  Bounds: up to three workers and four items.
"""

from autograder.checks.spec import Exercise, attempt, check, expect, gate, meet, notes, settle, spawn
from autograder.checks.watching import process_number, uses_joinable_queue

EXERCISE = Exercise(
    title="A task queue",
    provides=("process_all(items, work, workers=2)",),
    hints=(
        "Where to look: `join()` of a JoinableQueue returns when `task_done()` has been called for every item that was put. When is an "
        "item done: when it has been taken, when it has been worked, or when its answer is on its way?",
        "Which primitive: a `JoinableQueue` for (index, item), a second queue for (index, outcome); `try`/`finally` sees to it that "
        "`task_done()` is called once, also when `work` raises. One sentinel for each worker ends it.",
        "A sketch: worker: for each task until the sentinel: try work, put (index, True, value), except: put (index, False, error), finally: "
        "task_done. process_all: start the workers, put all tasks, take as many answers as there were items, join the queue, put the "
        "sentinels, join the workers, close the queue.",
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
    meet(2, "the workers' calls")
    return item


def noted(item):
    notes().places.append(process_number())
    return item


def last_first(item):
    """The first item's work ends when the second one's has."""
    if item == 0:
        gate("the work on item 1").wait()
    else:
        gate("the work on item 1").open()
    return -item


def held(item):
    """Item 1 is worked until the examiner has looked."""
    if item == 1:
        gate("the end of the work").wait()
    notes().worked.append(item)
    return item


def breaks(item):
    """Items that are texts are raised."""
    if isinstance(item, str):
        raise Broken(item)
    return item * 2


def raises_it(item):
    raise item


def gives_error(item):
    return Broken(item)


def gives_pair(item):
    return item, Broken(item)


def must_give(items, work, results, *rest):
    """A scenario: process_all(items, work, …) must return ``(results, {})``."""
    def scenario(m):
        settled(m, items, work, results, {}, *rest)
    return scenario


def settled(m, items, work, results, errors, *rest):
    """process_all must return these; errors: index -> (class, args)."""
    call = f"process_all({items!r}, {work.__name__}{''.join(f', {n}' for n in rest)})"
    got = attempt(call, m.process_all, items, work, *rest)
    expect(type(got) is tuple and len(got) == 2 and all(isinstance(each, dict) for each in got),
           f"{call} returned {got!r}, which is no pair of dictionaries")
    expect(got[0] == results, f"{call} returned the results {got[0]!r}, not {results!r}")
    told = {index: (type(error), error.args) if isinstance(error, BaseException) else error for index, error in got[1].items()}
    expect(told == errors, f"{call} returned the errors {got[1]!r}; those of {sorted(errors)} fail" if errors else
           f"{call} returned the errors {got[1]!r}, and no call fails")


@check(points=2, promise="Returns `(results, errors)`, each keyed by the item's index.")
def basics(explore):
    """Every item is worked once, in a process, and its result stands under its index."""
    for scenario in (must_give([3, 1, 2], triple, {0: 9, 1: 3, 2: 6}), must_give([], triple, {}), must_give([5], triple, {0: 15}, 1),
                     must_give([None, 0, None], describe, {0: "None", 1: "0", 2: "None"}), must_give([1, 2], nothing, {0: None, 1: None}),
                     must_give([1, True, 1.0, 1], describe, {0: "1", 1: "True", 2: "1.0", 3: "1"}),
                     must_give(["STOP", "stop", "END", "DONE", "QUIT", "", False], describe,
                               dict(enumerate(("'STOP'", "'stop'", "'END'", "'DONE'", "'QUIT'", "''", "False")))),
                     must_give([-1, (), ..., (None, None)], describe, {0: "-1", 1: "()", 2: "Ellipsis", 3: "(None, None)"})):
        explore.once(scenario)

    def read_once(m):
        settled(m, iter([1, 2]), triple, {0: 3, 1: 6}, {})
        settled(m, range(1), triple, {0: 0}, {})
    explore.once(read_once)

    def elsewhere(m):
        notes().places = []
        settled(m, [1, 2], noted, {0: 1, 1: 2}, {})
        expect(0 not in notes().places, "work is called in the caller's own process; the workers are processes of their own")
    explore.once(elsewhere)


@check(points=2, look="What does a worker hold while it works? And who hands out the tasks?",
       promise="A `JoinableQueue` feeds `workers` processes.")
def workers(explore):
    """A JoinableQueue feeds as many processes as are asked for, which work at the same time."""
    explore(must_give([1, 2], together, {0: 1, 1: 2}), max_schedules=50, samples=15)
    explore(must_give([7], describe, {0: "7"}, 3), max_schedules=20, samples=8)

    def places(m):
        notes().places = []
        settled(m, [1, 2, 3], noted, {0: 1, 1: 2, 2: 3}, {})
        count = len(set(notes().places))
        expect(count <= 2, f"process_all([1, 2, 3], work) with two workers calls work in {count} processes")
        expect(uses_joinable_queue(), "no JoinableQueue has been given to the workers; one is to feed them")
    explore(places, max_schedules=12, samples=8)


@check(points=2, look="Which moment does `task_done()` stand for? What may still be on its way when `join()` returns?",
       promise="Returns only when every item has been worked; all processes have ended on return.")
def completion(explore):
    """Whatever the order of events, every answer arrives before the call returns, and every process has ended."""
    explore(must_give([0, 1], last_first, {0: 0, 1: -1}), max_schedules=50, samples=15)
    explore(must_give([], describe, {}), max_schedules=60, samples=20)
    explore(must_give([1, 2], triple, {0: 3, 1: 6}, 1), max_schedules=80, samples=20)
    explore(must_give([1, 2, 3], triple, {0: 3, 1: 6, 2: 9}), max_schedules=60, samples=30)
    explore(must_give([b"x" * 50_000, b"y" * 50_000], triple, {0: b"x" * 150_000, 1: b"y" * 150_000}), max_schedules=10, samples=5)
    explore(must_give([b"x" * 50_000] * 3, triple, dict.fromkeys(range(3), b"x" * 150_000), 1), max_schedules=20, samples=8)

    def waits(m):
        notes().worked = []
        worker = spawn(m.process_all, [0, 1], held, name="process_all")
        settle()
        expect(not worker.done, "process_all returns while an item is still being worked")
        gate("the end of the work").open()
        got = worker.join()
        expect(sorted(notes().worked) == [0, 1] and got == ({0: 0, 1: 1}, {}), f"afterwards it returned {got!r}")
    explore(waits, max_schedules=30, samples=10)


@check(points=2, look="What happens to the worker, and to `task_done()`, when work raises?",
       promise="A `work` that raises is an entry in `errors`, the exception itself, never a hang.")
def errors(explore):
    """An exception of work is an entry under its index, and nobody else is disturbed."""
    def scenario(items, *rest):
        results = {i: item * 2 for i, item in enumerate(items) if not isinstance(item, str)}
        broken = {i: (Broken, (item,)) for i, item in enumerate(items) if isinstance(item, str)}
        return lambda m: settled(m, items, breaks, results, broken, *rest)

    for items, rest in ((["a", 1], ()), (["a", "b"], ()), ([1, "a", 2], (1,)), (["a", "b", "c"], (1,)), (["a"], (3,))):
        explore(scenario(items, *rest), max_schedules=20, samples=10)

    def odd_ones(m):
        raised = [StopIteration(1), KeyError("k"), ValueError(), TimeoutError("late"), EOFError()]
        settled(m, raised, raises_it, {}, {i: (type(error), error.args) for i, error in enumerate(raised)})

    def an_error_as_value(m):
        got = attempt("process_all(['a'], gives_error)", m.process_all, ["a"], gives_error)
        expect(type(got) is tuple and len(got) == 2 and got[1] == {} and type(got[0].get(0)) is Broken,
               f"process_all(['a'], gives_error) returned {got!r}: an exception that work returns is a result like any other")

    def an_error_in_a_pair(m):
        got = attempt("process_all(['error', False], gives_pair)", m.process_all, ["error", False], gives_pair)
        expect(type(got) is tuple and len(got) == 2 and got[1] == {}
               and {i: (item, type(e)) for i, (item, e) in got[0].items()} == {0: ("error", Broken), 1: (False, Broken)},
               f"process_all(['error', False], gives_pair) returned {got!r}: what work returns is a result, whatever it looks like")

    for scenario in (odd_ones, an_error_as_value, an_error_in_a_pair):
        explore.once(scenario)


@check(points=2, after=("completion", "errors", "workers"), real="processes",
       promise="It works under every start method, with large items and results, and all processes have ended on return.")
def real_processes(module):
    """In real processes, under every start method, large results arrive, errors too, and nothing is left."""
    large, none = module.process_all([b"x" * 1_000_000, *range(9), b"y" * 1_000_000], triple)
    results, errors = module.process_all([1, "a", 2, "b"], breaks, 2)
    return {"large": {str(i): one if isinstance(one, int) else len(one) for i, one in large.items()}, "none": len(none),
            "results": {str(i): one for i, one in results.items()},
            "errors": {str(i): [type(error).__name__, *error.args] for i, error in errors.items()}}


@real_processes.judge
def _(data):
    right = {"0": 3_000_000, **{str(i + 1): 3 * i for i in range(9)}, "10": 3_000_000}
    expect(data["large"] == right and data["none"] == 0, "items: 1,000,000 bytes, the numbers 0 to 8, 1,000,000 bytes; work triples "
           f"each; the results came as {data['large']}, with {data['none']} errors")
    expect(data["results"] == {"0": 2, "2": 4}, f"process_all([1, 'a', 2, 'b'], work, 2) returned the results {data['results']}")
    expect(data["errors"] == {"1": ["Broken", "a"], "3": ["Broken", "b"]}, f"the errors of the items 'a' and 'b' came as {data['errors']}")
