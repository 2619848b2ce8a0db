"""Counting words in a process pool.

Goal: let the workers split and count, bring home small counts and merge them; shut the pool down in every case.
Bounds: up to three workers; up to four texts at once; large texts one after the other.
"""

from autograder.checks.spec import Exercise, attempt, check, expect, fail, gate, notes, reached, settle, spawn
from autograder.machine import machine

EXERCISE = Exercise(
    title="Counting words in a pool",
    provides=("count_words(texts, processes=2)",),
    hints=(
        "Where to look: what is the unit of work for a worker, and what does it send home? A worker that sends home the words "
        "instead of their numbers leaves the counting to you.",
        "Which primitive: a function at module level that counts one text with `collections.Counter`; `Pool.map` calls it in the "
        "workers; `Counter.update` adds. A `with Pool(…)` block ends the pool also when an exception passes through.",
        "A sketch: count(text): return Counter(text.lower().split()). count_words: with Pool(processes) as pool: total = "
        "Counter(); for part in pool.map(count, texts): total.update(part); return total.",
    ),
)

GATE = "the examiner's gate"
REPEATS = 12


# -- texts that know where they are counted --------------------------------------------------------------------------------

def at_home():
    """Does this run in the caller's own process?"""
    return machine().current.space.number == 0


class Text(str):
    """Its words are ``Word``s; it must be split in a worker."""

    def lower(self):
        if at_home():
            fail("`text.lower()` is called in the caller's own process, not in a worker")
        return Lowered(str.lower(self))


class Lowered(str):
    def split(self, *how):
        if at_home():
            fail("`.split()` is called in the caller's own process, not in a worker")
        return [Word(word) for word in str.split(self, *how)]


class Word(str):
    """Says when it arrives in another process."""

    def __reduce__(self):
        return arrive, (str(self),)


def arrive(text):
    if at_home():
        notes().home.append(text)
    else:
        notes().abroad = True
    return Word(text)


class Slow(str):
    """A text whose lower() takes long."""

    def lower(self):
        gate(GATE).wait()
        return str.lower(self)


class Refused(Exception):
    pass


class NotLower(AttributeError):
    """What a thing without lower() raises, and still another exception than Python's."""


class NoText:
    """Not a string: it cannot be made lower."""

    def __init__(self, error=Refused):
        self.error = error

    def lower(self):
        notes().refused = self.error
        raise self.error("this is no text")


def inside():
    """The numbers of the processes in which a text is being made lower, one for each."""
    return [task.space.number for task in machine().alive if task.pending is not None and task.pending.kind == "pass"]


def workers():
    """How many worker processes have been started so far."""
    return len([space for space in machine().spaces[1:] if "server" not in space.keep])


# -- judging what came back --------------------------------------------------------------------------------------------------

def shown(what):
    text = repr(what)
    return text if len(text) < 120 else text[:100] + "…"


def counted(m, texts, wanted, *how, given=None):
    what = f"count_words({shown(given or texts)}{''.join(f', {value}' for value in how)})"
    got = attempt(what, m.count_words, texts, *how)
    expect(isinstance(got, dict), f"{what} returned {shown(got)}: that is no dict but a {type(got).__name__}")
    expect(dict(got) == wanted, f"{what} returned {shown(dict(got))}; it must be {shown(wanted)}")


@check(points=3, look="Counts of the same word from different texts are added up. `split()` without an argument splits at any "
                      "white space.",
       promise="Counts `text.lower().split()` over all texts. Waiting means blocking on a primitive. Nothing is left behind.")
def basics(explore):
    """The words of all the texts are counted, whatever the iterable and the white space."""
    def waits(m):
        def open_when_all_wait():
            settle()
            gate(GATE).open()

        spawn(open_when_all_wait, name="examiner")
        counted(m, [Slow("A b a")], {"a": 2, "b": 1}, 1)

    def case(texts, wanted, *how):
        def scenario(m):
            counted(m, texts, wanted, *how)
        return scenario

    def one_by_one(m):
        counted(m, (text for text in ["a b", "b", "a b"]), {"a": 2, "b": 3}, given="a generator of 'a b', 'b', 'a b'")

    def none(m):
        counted(m, [], {})
        counted(m, iter(()), {}, 1, given="an empty iterator")
        counted(m, [""], {}, 1)

    def again(m):
        counted(m, ["a", "b"], {"a": 1, "b": 1}, 1)
        counted(m, ["b"], {"b": 1}, 1)

    def two_callers(m):
        other = spawn(counted, m, ["b"], {"b": 1}, 1, name="another caller")
        counted(m, ["a"], {"a": 1}, 1)
        other.join()

    def large(m):
        texts = [letter * 100_000 for letter in "ABC"]
        counted(m, texts, {text.lower(): 1 for text in texts}, 1)

    for scenario in (waits, case(["The cat", "the dog THE"], {"the": 3, "cat": 1, "dog": 1}), one_by_one,
                     case(["a\tb  a\n", " end. END end"], {"a": 2, "b": 1, "end.": 1, "end": 2}, 1),
                     case(["Straße", "STRASSE"], {"straße": 1, "strasse": 1}, 1), case(["a b c"], {"a": 1, "b": 1, "c": 1}, 3),
                     case(("a b", "b c", "c a", "a"), {"a": 3, "b": 2, "c": 2}, 1), case({"k": "v"}.keys(), {"k": 1}, 1), again,
                     two_callers,
                     large):
        explore(scenario)
    explore(none, max_schedules=100, samples=20)


@check(points=2, look="What crosses from a worker to the caller: every word of the text, or each word once, with its number?",
       promise="The counting is done in the workers of a process pool.")
def in_workers(explore):
    """The texts are split and counted in the worker processes, of which there are as many as asked for."""
    def who_counts(m):
        notes().home, notes().abroad = [], False
        counted(m, [Text("a " * REPEATS), Text("a b")], {"a": REPEATS + 1, "b": 1})
        expect(workers() > 0, "no worker process was ever started: the caller counts by itself")
        home = len(notes().home)
        expect(home < REPEATS or notes().abroad, f"the text holds the word 'a' {REPEATS} times, and the workers sent {home} "
                                                 f"words home "
               "one by one: the caller counts them itself")

    def examine(processes, least):
        settle()
        calls = inside()
        if 0 in calls:
            fail("a text is made lower in the caller's own process, not in a worker")
        if len(calls) > processes:
            fail(f"with processes={processes}, {len(calls)} workers are busy at once")
        if calls and max(len(calls), workers()) < least:
            fail(f"with processes={processes} and eight texts, there is only one worker process")
        if least > 1:
            reached()
        gate(GATE).open()

    def how_many(texts, processes, least=0):
        def scenario(m):
            spawn(examine, processes, least, name="examiner")
            attempt(f"count_words({texts} texts, {processes})", m.count_words, [Slow(f"word{n}") for n in range(texts)],
                    processes)
        return scenario

    for scenario in (how_many(2, 1), who_counts, how_many(3, 2)):
        explore(scenario, leaks=False)
    explore.possible(how_many(8, 2, 2), "with processes=2 and eight texts, no worker is ever busy")


@check(points=3, look="Which lines run when a worker's call raises? The pool must be shut down on that way too.",
       promise="The pool is shut down in every case, also if a text is not a string (the worker's exception is raised here).")
def errors(explore):
    """A text that is not a string: the worker's exception is raised here, and the pool is shut down all the same."""
    def case(texts, *how):
        def scenario(m):
            notes().refused = None
            what = f"count_words({['no text' if isinstance(text, NoText) else text for text in texts]})"
            raised = None
            try:
                got = m.count_words(texts, *how)
            except Exception as error:
                raised = error
            if isinstance(raised, NotImplementedError):
                attempt(what, reraise, raised)
            if raised is None:
                fail(f"{what} returned {shown(got)}; one of the texts is not a string, and that exception of the worker must be "
                     f"raised")
            if notes().refused and not isinstance(raised, notes().refused):
                fail(f"the worker raised {notes().refused.__name__}('this is no text'), and {what} raises "
                     f"{type(raised).__name__}: {raised}", "exception")
        return scenario

    def fine(m):
        counted(m, ["a b", "b"], {"a": 1, "b": 2})

    for scenario in (case([42], 1), case(["a", None], 1), case([0], 1), case([NoText(NotLower)], 1), fine):
        explore(scenario, max_schedules=300, samples=30)
    for scenario in (case([NoText(), "a"], 1), case([NoText(), NoText()]), case(["a", NoText(), "b"])):
        explore(scenario, max_schedules=80, samples=20)         # a pool may be terminated with a worker anywhere


def reraise(error):
    raise error


@check(points=2, after=("basics", "errors"), real="processes",
       promise="It works in real processes under every start method, and they have ended on return.")
def real_processes(module):
    """In real processes, under every start method, large texts are counted, and a worker's exception is raised."""
    words = [f"Word{number:05}" for number in range(8_000)]
    got = module.count_words((" ".join(words[i::3] * 2) for i in range(3)), processes=2)
    try:
        module.count_words(["a", None, "b"], processes=2)
        raised = ""
    except Exception as error:
        raised = type(error).__name__
    return {"different": len(got), "twice": sum(number == 2 for number in got.values()),
            "lower": all(word[0] == "w" for word in got), "raised": raised}


@real_processes.judge
def _(data):
    expect(data["different"] == 8_000 and data["lower"], f"the texts hold 8000 different words; {data['different']} were counted"
           + ("" if data["lower"] else ", not all in lower case"))
    expect(data["twice"] == 8_000, f"each of 8000 words comes twice; {data['twice']} were counted twice")
    expect(data["raised"], "one of the texts was None, and nothing was raised")
