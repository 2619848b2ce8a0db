"""Map and reduce on worker processes.

Goal: map the documents in workers, group the values by key in the order of the documents, reduce in workers, end them all.
Bounds: up to three workers; up to three documents and three keys at once.
"""

import os

from autograder.checks.spec import Exercise, attempt, check, expect, fail, gate, reached, settle, spawn
from autograder.machine import machine

EXERCISE = Exercise(
    title="Map and reduce",
    provides=("map_reduce(mapper, reducer, documents, processes=2)",),
    hints=(
        "Where to look: there are three steps, and only the one in the middle, the grouping by key, needs all the documents at "
        "once. What must a worker send home so that the grouping keeps the order? What if the mapper is a generator?",
        "Which primitive: `Pool.map` keeps the order of the documents. Functions at module level do the work in the workers; a "
        "generator must become a list there. `dict.setdefault(key, []).append(value)` groups. Look up what `list(map(f, …))` "
        "does when f raises StopIteration: the pool does just that.",
        "A sketch: with Pool(processes) as pool: for pairs in settled(pool.map(map_one, documents)): for key, value in pairs: "
        "groups.setdefault(key, []).append(value). Then pool.map(reduce_one, groups.items()). map_one and reduce_one catch what "
        "the mapper or reducer raises and return it, tagged; the caller raises it.",
    ),
)

GATE = "the examiner's gate"


# -- mappers and reducers ----------------------------------------------------------------------------------------------------

class Refused(Exception):
    """An exception with something to carry home."""

    def __init__(self, code):
        super().__init__(code)
        self.code = code


class Key:
    """As a text, its hash differs from process to process."""

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return isinstance(other, Key) and other.text == self.text

    def __hash__(self):
        return hash(self.text) + machine().current.space.number

    def __repr__(self):
        return f"Key({self.text!r})"


# Their parameters have other names than in the contract: nobody may call them by keyword.

def words(text):
    for word in text.split():
        yield word, 1


def pairs(document):
    """A document that consists of its pairs."""
    return document


def pairs_one_by_one(document):
    yield from document


def keyed(document):
    return [(Key(word), number) for number, word in enumerate(document.split())]


def total(word, numbers):
    return sum(numbers)


def seen(key, values):
    """What the reducer gets."""
    return type(values).__name__, list(values)


def nothing(key, values):
    return None


def an_exception(key, values):
    return ValueError(key)


def at_home():
    """Does this run in the caller's own process?"""
    return machine().current.space.number == 0


def mapped_abroad(document):
    if at_home():
        fail("the mapper is called in the caller's own process, not in a worker")
    return [(letter, 1) for letter in document]


def mapped_abroad_later(document):
    for letter in document:
        if at_home():
            fail("the mapper's generator runs in the caller's own process, not in a worker")
        yield letter, 1


def reduced_abroad(key, values):
    if at_home():
        fail(f"the reducer is called for the key {key!r} with {values!r} in the caller's own process, not in a worker")
    return sum(values)


def held(document):
    gate(GATE).wait()
    return [(document, 1)]


def total_held(key, values):
    gate(GATE).wait()
    return sum(values)


def choosy(document):
    if document == "refuse":
        raise Refused(7)
    return [(document, 1)]


def choosy_later(document):
    yield "first", 1
    if document == "refuse":
        raise Refused(7)
    yield document, 1


def choosy_total(key, values):
    choosy(key)
    return sum(values)


def with_pid(document):
    return [(word, os.getpid()) for word in document.split()]


def pids(key, values):
    return [os.getpid(), values]


def doubled(document):
    return [(document[:1], document), (document[:1], document[::-1])]


def joined(key, values):
    return "".join(values)


def refuse(key, values):
    raise Refused(key)


# -- judging what came back --------------------------------------------------------------------------------------------------

def shown(what):
    text = repr(what)
    return text if len(text) < 120 else text[:100] + "…"


def reduced(m, mapper, reducer, documents, wanted, *how):
    given = documents if isinstance(documents, list) else "an iterator"
    what = f"map_reduce({mapper.__name__}, {reducer.__name__}, {shown(given)}{''.join(f', {value}' for value in how)})"
    got = attempt(what, m.map_reduce, mapper, reducer, documents, *how)
    expect(isinstance(got, dict), f"{what} returned {shown(got)}: that is no dict but a {type(got).__name__}")
    expect(same(got, wanted), f"{what} returned {shown(got)}; it must be {shown(wanted)}")


def same(got, wanted):
    if len(got) != len(wanted) or any(key not in got for key in wanted):
        return False
    return all(repr(got[key]) == repr(value) for key, value in wanted.items())


def inside():
    """The numbers of the processes in which a call waits at the gate, one for each."""
    return [task.space.number for task in machine().alive if task.pending is not None and task.pending.kind == "pass"]


def workers():
    """How many worker processes have been started so far."""
    return len([space for space in machine().spaces[1:] if "server" not in space.keep])


@check(points=3, look="Group by the key itself, whatever it is; call the reducer once for each key, with a list of all its "
                      "values.",
       promise="`mapper(document)` gives pairs, `reducer(key, values)` gets all the values of one key, in a list; the mapper may "
               "be a generator. "
               "Waiting means blocking on a primitive. No process is left.")
def basics(explore):
    """Each key of the pairs is reduced once, with all its values, whatever keys, values and results are."""
    def case(mapper, reducer, documents, wanted, *how):
        def scenario(m):
            reduced(m, mapper, reducer, documents, wanted, *how)
        return scenario

    def waits(m):
        def open_when_all_wait():
            settle()
            gate(GATE).open()

        spawn(open_when_all_wait, name="examiner")
        reduced(m, held, total_held, ["a"], {"a": 1}, 1)

    def none(m):
        reduced(m, words, total, [], {})
        reduced(m, words, total, iter(()), {}, 1)
        reduced(m, words, total, ["", " "], {}, 1)

    def one_by_one(m):
        reduced(m, pairs_one_by_one, seen, iter([[("a", 1), ("b", 2)], [("a", 3)]]), {"a": ("list", [1, 3]), "b": ("list", [2])},
                1)

    def hashed(m):
        reduced(m, keyed, seen, ["x", "x"], {Key("x"): ("list", [0, 0])})

    def again(m):
        reduced(m, words, total, ["a b"], {"a": 1, "b": 1}, 1)
        reduced(m, words, total, ["b"], {"b": 1}, 1)

    def two_callers(m):
        other = spawn(reduced, m, words, total, ["b"], {"b": 1}, 1, name="another caller")
        reduced(m, pairs, seen, [[("a", 2)]], {"a": ("list", [2])}, 1)
        other.join()

    def large(m):
        documents = [letter * 70_000 for letter in "ab"]
        reduced(m, doubled, joined, documents, {text[0]: text * 2 for text in documents}, 1)

    small = (
        case(words, total, ["a b a", "b"], {"a": 2, "b": 2}),
        case(pairs, seen, [[("k", None), ("k", 0)], [("k", ""), ("k", 0), ("j", [])]],
             {"k": ("list", [None, 0, "", 0]), "j": ("list", [[]])}, 1),
        case(pairs, seen, [[(1, "a"), ("1", "b")], [(1.0, "c"), (True, "d")]],
             {1: ("list", ["a", "c", "d"]), "1": ("list", ["b"])}, 1),
        case(pairs, total, [[(None, 1)], [(None, 2)]], {None: 3}, 1),
        case(words, nothing, ["a"], {"a": None}, 2),
        case(words, an_exception, ["a"], {"a": ValueError("a")}, 1),
    )
    for scenario in (waits, *small, hashed, one_by_one, again, two_callers, large):
        explore(scenario, max_schedules=600, samples=50)
    explore(none, max_schedules=100, samples=20)


@check(points=2, look="Who may come first: the document that was handed out first, or the one that is done first?",
       promise="The values of one key come in the order of the documents and, within one, of the pairs.")
def order(explore):
    """The values of a key come in the order of the documents and, within one, of its pairs, whoever is done first."""
    def case(documents, wanted, *how):
        def scenario(m):
            reduced(m, pairs, seen, documents, wanted, *how)
        return scenario

    for scenario in (case([[("k", 2), ("k", 1)], [("k", 1), ("k", 0)]], {"k": ("list", [2, 1, 1, 0])}),
                     case([[("k", 3)], [("k", 1)], [("k", 2)]], {"k": ("list", [3, 1, 2])}),
                     case([[("k", {"b": 1}), ("j", "z"), ("k", None)], [("j", 1), ("k", {"a": 1})]],
                          {"k": ("list", [{"b": 1}, None, {"a": 1}]), "j": ("list", ["z", 1])}),
                     case([[("k", number)] for number in (2, True, 1.0, 1, 0)], {"k": ("list", [2, True, 1.0, 1, 0])}, 1)):
        explore(scenario, leaks=False, max_schedules=600, samples=50)


@check(points=1, look="What runs in a thread, or in the caller itself, is no worker process. The reducer must be sent out as "
                      "well.",
       promise="Both run in worker processes.")
def in_workers(explore):
    """Mapper and reducer run in worker processes, of which there are as many as asked for."""
    def case(mapper, documents, wanted, *how):
        def scenario(m):
            reduced(m, mapper, reduced_abroad, documents, wanted, *how)
        return scenario

    def examine(processes, least):
        settle()
        calls = inside()
        if 0 in calls:
            fail("the mapper is called in the caller's own process, not in a worker")
        if len(calls) > processes:
            fail(f"with processes={processes}, {len(calls)} calls of the mapper run at once")
        if max(len(calls), workers()) < least:
            fail(f"with processes={processes} and eight documents, there is only one worker process")
        reached()

    def how_many(documents, processes, least=0):
        def scenario(m):
            spawn(examine, processes, least, name="examiner")
            attempt(f"map_reduce(held, total, {list(range(documents))}, {processes})", m.map_reduce, held, total,
                    list(range(documents)), processes)
        return scenario

    for scenario in (case(mapped_abroad, ["a"], {"a": 1}, 1), case(mapped_abroad_later, ["ab", "a"], {"a": 2, "b": 1})):
        explore(scenario, leaks=False, max_schedules=600, samples=50)
    for scenario in (how_many(2, 1), how_many(3, 2), how_many(8, 2, 2)):
        explore.possible(scenario, "the mapper is never under way")


@check(points=2, look="How does an exception come home from a worker? Who ends the workers on that way?",
       promise="A worker's exception is raised here (any one, if several). No process is left.")
def errors(explore):
    """What the mapper or the reducer raises is raised here, and no process is left."""
    def case(mapper, reducer, documents, wanted, *how):
        def scenario(m):
            what = f"map_reduce({mapper.__name__}, {reducer.__name__}, {documents})"
            try:
                got = m.map_reduce(mapper, reducer, documents, *how)
            except NotImplementedError as raised:
                attempt(what, reraise, raised)
            except Exception as raised:
                expect(type(raised) is type(wanted) and raised.args == wanted.args,
                       f"a worker raised {wanted!r}, and {what} raises {raised!r}",
                       "exception")
            else:
                fail(f"a worker raised {wanted!r}, and {what} returned {shown(got)} as if nothing had happened")
        return scenario

    refused = Refused(7)
    for scenario in (case(choosy, total, ["refuse"], refused, 1), case(choosy_later, total, ["a", "refuse"], refused, 1),
                     case(words, choosy_total, ["a refuse"], refused, 1)):
        explore(scenario, max_schedules=200, samples=20)
    for scenario in (case(choosy, total, ["refuse", "a"], refused), case(choosy, total, ["a", "refuse", "refuse"], refused),
                     case(words, choosy_total, ["refuse a", "b"], refused)):
        explore(scenario, max_schedules=80, samples=20)         # a pool may be terminated with a worker anywhere


def reraise(error):
    raise error


@check(points=2, after=("basics", "errors"), real="processes",
       promise="It works in real processes under every start method, and they have ended on return.")
def real_processes(module):
    """In real processes, under every start method, large values are reduced, and a worker's exception is raised."""
    got = module.map_reduce(with_pid, pids, (text for text in ("x y", "y")), processes=2)
    large = module.map_reduce(doubled, joined, [letter * 100_000 for letter in "abc"], processes=2)
    try:
        module.map_reduce(words, refuse, ["a"], processes=2)
        raised = ""
    except Exception as error:
        raised = f"{type(error).__name__}({error})"
    return {"got": got, "sizes": {key: len(text) for key, text in large.items()}, "raised": raised, "home": os.getpid()}


@real_processes.judge
def _(data):
    got = data["got"]
    expect(sorted(got) == ["x", "y"] and len(got["y"][1]) == 2, f"x comes once and y twice; the result is {shown(got)}")
    at_work = {pid for reducer, mappers in got.values() for pid in (reducer, *mappers)}
    expect(data["home"] not in at_work, "mapper or reducer was called in the caller's own process, not in a worker")
    expect(data["sizes"] == {"a": 200_000, "b": 200_000, "c": 200_000},
           f"the values of each of three keys are 200000 letters; the results have "
           f"{data['sizes']}")
    expect(data["raised"] == "Refused(a)", f"the reducer raised Refused(a); what is raised here is {data['raised'] or 'nothing'}")
