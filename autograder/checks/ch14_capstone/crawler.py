"""A crawler that asks for every reachable page once, with a fixed number of workers.

Goal: work that makes more work; an end that comes when nothing is waiting and nobody is busy, and not before.
Bounds: webs of one to seven pages, one wide one; one to three workers.
"""

import threading

from autograder.checks.spec import Exercise, attempt, check, expect, fail, gate, meet, notes, settle, spawn, still_waits
from autograder.machine import machine

EXERCISE = Exercise(
    title="A crawler",
    provides=("crawl(start, links, workers=4)",),
    hints=(
        "Where to look: when is the work over? Not when the list of waiting pages is empty: a page that is being asked for "
        "right now may bring more. And \"have I seen this page?\" and \"now I have\" must be one step.",
        "Which primitive: a `Condition` that guards three things together: the pages that wait, the set of all pages ever seen, "
        "and how many workers are busy. A worker waits until there is a page or nobody is busy. Call `links`, and read what it "
        "gives, without the lock.",
        "A sketch: each worker, in a loop: with the condition: wait until a page waits or nobody is busy; none waits: leave; "
        "take one, busy += 1. Try list(links(page)). With the condition: write down the page or its exception; add the links "
        "that are new to the seen and to the waiting; busy -= 1; notify_all. crawl starts the workers and joins them.",
    ),
)

OVER = ("When is nothing left to do? What do your workers look at to decide it, and can another worker be between two of those "
        "things?")
SEEN = "Between the look whether a page has been seen and the note that it has, can another worker get in?"
FREE = "While one page is slow: what do the other workers wait for, and who has to wake them?"
MANY = {"max_schedules": 110, "samples": 28}       # where pages are found by two workers at once
SOME = {"max_schedules": 30, "samples": 9}         # of two or three workers
FEW = {"max_schedules": 10, "samples": 3}          # where one worker shows it, or one page

# Names that a module might use for its own purposes: a page may have them too.
NAMES = ["0", "None", "False", "STOP", "stop", "Stop", "END", "end", "DONE", "done", "EXIT", "exit", "QUIT", "quit", "POISON",
         "SENTINEL", "__stop__", "__STOP__", "_STOP_", "<stop>"]


class Web:
    """What is crawled.  pages: {page: its links, or the exception that its call raises}.

    slow: these pages' calls wait for the gate of their name.  meeting: these pages' calls wait for each other.
    kind: how links are given.  partly: {page: (links, exception)}: the reading of its links raises after some.
    """

    def __init__(self, pages, slow=(), meeting=(), kind=list, partly=()):
        self.pages = pages
        self.slow = slow
        self.meeting = meeting
        self.kind = kind
        self.partly = dict(partly)
        self.asked = {page: [] for page in (*pages, *self.partly)}

    def links(self, page):
        if machine().current is notes().caller:
            fail(f"{page!r} is asked for in the thread that called crawl: the calls must run on the module's own threads, or an "
                 "executor's")
        if page not in self.asked:
            fail(f"{page!r} is asked for, which no page links to")
        self.asked[page].append(page)
        if self.times(page) > 1:
            fail(f"{page!r} is asked for twice")
        if page in self.partly:
            return self._read(*self.partly[page])
        if self.kind is lazily:
            return self._lazily(page)
        self._wait(page)
        found = self.pages[page]
        if isinstance(found, Exception):
            raise found
        return self.kind(found)

    def _wait(self, page):
        if page in self.slow:
            gate(f"the answer of {page!r}").wait()
        if page in self.meeting:
            meet(len(self.meeting), "their answers")

    def _lazily(self, page):
        self._wait(page)
        yield from self.pages[page]

    def _read(self, links, error):
        yield from links
        raise error

    def times(self, page):
        return self.asked[page].count(page)

    def begun(self):
        return [page for page in self.asked if self.times(page)]

    def open(self, *pages):
        for page in pages:
            gate(f"the answer of {page!r}").open()


def lazily(links):
    """Stands for a generator whose body does the work."""


def crawl(m, web, start="a", **keywords):
    notes().caller = machine().current
    got = attempt("crawl(start, links)", m.crawl, start, web.links, **keywords)
    expect(isinstance(got, tuple) and len(got) == 2 and isinstance(got[0], set) and isinstance(got[1], dict),
           f"crawl returned {got!r}; it must return (pages, failures), a set and a dictionary")
    return got


def judge(got, web, optional=()):
    """pages and failures must be those of ``web``.  optional: pages that a page links to whose reading failed later."""
    errors = {p: e for p, e in web.pages.items() if isinstance(e, Exception)} | {p: e for p, (_, e) in web.partly.items()}
    due = [p for p in web.pages if p not in errors]
    pages, failures = got
    for page in due:
        if page not in pages and page not in optional:
            fail(f"{page!r} could be read, and is not among the pages" + (f"; it is among the failures, with {failures[page]!r}"
                 if page in failures else "" if web.times(page) else ": it was never asked for"))
    for page in pages:
        if page not in due:
            fail(f"{page!r} is among the pages, although its call, or the reading of its links, raised")
    for page, error in errors.items():
        if page not in failures:
            fail(f"asking for {page!r} raised {error!r}, and it is not among the failures")
        if failures[page] is not error:
            fail(f"asking for {page!r} raised {error!r}, and failures[{page!r}] is {failures[page]!r}")
    for page in failures:
        if page not in errors:
            fail(f"{page!r} is among the failures with {failures[page]!r}, and nothing raised")
    for page in due:
        if page not in optional and web.times(page) != 1:
            fail(f"{page!r} was asked for {web.times(page)} times")


def whole(pages, workers, start="a", kind=list):
    """A scenario: crawl these pages."""
    def scenario(m):
        web = Web(pages, kind=kind)
        judge(crawl(m, web, start, workers=workers), web)
    return scenario


def finished(worker, when):
    settle()
    expect(worker.done, f"crawl does not return {when}", "deadlock")
    return worker.join()


@check(points=2, look=OVER, promise="`crawl(start, links, workers=4) -> tuple[set, dict]`: each reachable page is asked for "
                                    "exactly once. Cycles and self-links are fine. It returns when nothing is left to do, with "
                                    "every thread ended.")
def basics(explore):
    """One worker finds all the pages of small webs, with circles too, and crawl returns."""
    def twice(m):
        for _ in range(2):
            web = Web({"a": ["b"], "b": ["a"]})
            judge(crawl(m, web, workers=1), web)

    def default(m):
        web = Web({"a": []})
        judge(crawl(m, web), web)

    def waits(m):
        web = Web({"a": ["b"], "b": []}, slow=("a", "b"))
        worker = spawn(lambda: crawl(m, web, workers=2), name="crawl")
        settle()
        still_waits(worker, "crawl returned while its first page was still being asked for")
        web.open("a")
        settle()
        still_waits(worker, "crawl returned while a page was still being asked for")
        web.open("b")
        judge(finished(worker, "although all pages have answered"), web)

    explore(whole({"a": []}, 1))
    explore(waits, **SOME)
    for kind in (list, iter, set, dict.fromkeys, lambda links: (link for link in links), lazily):
        explore(whole({"a": ["b", "c"], "b": ["a", "c"], "c": []}, 1, kind=kind), **FEW)
    explore(whole({"a": ["a"]}, 1))
    explore(whole({"a": ["b"], "b": ["c"], "c": ["d"], "d": []}, 1), **FEW)
    explore(whole({"a": ["b", "b", "a", "b"], "b": ["b"]}, 1), **FEW)
    explore(whole({"": NAMES, **{name: [""] for name in NAMES}}, 1, start=""), **FEW)
    explore(whole({"a": []}, 2), **SOME)
    explore(default, **FEW)
    explore(twice, **FEW)


@check(points=3, look=SEEN, promise="Each reachable page is asked for exactly once. It returns when nothing is left to do, with "
                                    "every thread ended.")
def once_each(explore):
    """Several workers at once: no page is asked for twice or forgotten, and crawl always comes to its end."""
    wide = [f"page {i}" for i in range(12)]
    explore(whole({"a": wide, **{page: ["a", *wide] for page in wide}}, 1), **FEW)
    explore(whole({"a": wide, **{page: [] for page in wide}}, 1), **FEW)
    explore(whole({"a": ["b"], "b": ["c"], "c": []}, 2), **SOME)
    explore(whole({"a": ["b", "c"], "b": [], "c": []}, 2), **SOME)
    explore(whole({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, 2), **MANY)
    explore(whole({"a": ["b", "c"], "b": ["c", "a"], "c": ["b", "a"]}, 2), **SOME)
    explore(whole({"a": []}, 3), **SOME)


@check(points=2, look=FREE, promise="Up to `workers` calls really run at once and never more; a page waits for nothing but a "
                                    "free worker (a slow page holds up no other).")
def at_once(explore):
    """`workers` calls run at once, and never more; while one page is slow, the others go on."""
    def as_many(workers, first_slow):
        """The start page leads to more slow pages than there are workers."""
        names = "bcde"[:workers + 1]

        def scenario(m):
            web = Web({"a": list(names), **{page: [] for page in names}}, slow=(*names, "a") if first_slow else names)
            worker = spawn(lambda: crawl(m, web, workers=workers), name="crawl")
            settle()
            if first_slow:
                web.open("a")
                settle()
            still_waits(worker, "crawl returned while calls were still running")
            begun = [page for page in web.begun() if page != "a"]
            expect(len(begun) >= workers, f"with workers={workers} and {len(names)} pages that wait, only {len(begun)} call"
                   + ("s run" if len(begun) != 1 else " runs") + " at once", "overlap")
            expect(len(begun) <= workers, f"with workers={workers}, {len(begun)} calls run at once", "overlap")
            web.open(*names)
            judge(finished(worker, "although all pages have answered"), web)
        return scenario

    def others_go_on(links):
        def scenario(m):
            web = Web({"a": links, "b": [], "c": ["d"], "d": ["e"], "e": []}, slow=("b",))
            worker = spawn(lambda: crawl(m, web, workers=2), name="crawl")
            settle()
            still_waits(worker, "crawl returned while a call was still running")
            for page in "cde":
                expect(web.times(page), f"'b' is slow, one of two workers is free, and {page!r} is not asked for", "overlap")
            web.open("b")
            judge(finished(worker, "although all pages have answered"), web)
        return scenario

    def later(m):
        """First one page after the other, then two at once."""
        web = Web({"a": ["b"], "b": ["c", "d"], "c": [], "d": []}, meeting=("c", "d"))
        judge(crawl(m, web, workers=2), web)

    explore(as_many(1, False), **SOME)
    explore(as_many(2, True), **SOME)
    explore(others_go_on(["b", "c"]), **SOME)
    explore(others_go_on(["c", "b"]), **SOME)
    explore(later, max_schedules=220, samples=10)
    explore(as_many(3, True), **SOME)


@check(points=2, look="What may `links(page)` raise, and where: in the call, or only when its links are read? What must a worker "
                      "do in any case?",
       promise="Returns `(pages, failures)`: the pages whose links were all read, and `page: exception` for those whose call, or "
               "the reading of its links, raised.")
def failures(explore):
    """A page that fails is reported with its exception, and stops no other."""
    def kinds(m):
        errors = [kind(kind.__name__) for kind in (ValueError, StopIteration, LookupError, KeyError, TypeError,
                                                   AttributeError, RuntimeError, OSError, TimeoutError, Exception)]
        web = Web({"a": [type(e).__name__ for e in errors] + ["z"], "z": [], **{type(e).__name__: e for e in errors}})
        judge(crawl(m, web, workers=1), web)

    def partly(workers, error, links):
        def scenario(m):
            web = Web({"a": ["p", "d"], "b": [], "d": ["p"]}, partly={"p": (links, error)})
            judge(crawl(m, web, workers=workers), web, optional=("b",))
        return scenario

    def start_partly(m):
        web = Web({"b": []}, partly={"a": (["b"], ValueError("no more"))})
        judge(crawl(m, web, workers=1), web, optional=("b",))

    explore(whole({"a": ValueError("no")}, 1))
    explore(kinds, **FEW)
    explore(start_partly, **FEW)
    for error in (ValueError("no more"), KeyError("no more")):
        explore(partly(1, error, ["b", "d"]), **FEW)
    explore(partly(1, OSError("nothing"), []), **FEW)
    explore(whole({"a": ValueError("no")}, 2), **SOME)
    explore(whole({"a": ["b", "c"], "b": ValueError("b"), "c": ["d"], "d": KeyError("d")}, 2), **SOME)
    explore(partly(2, ValueError("no more"), ["b"]), **SOME)


@check(points=1, after=("basics", "once_each", "at_once", "failures"), real=True, promise="It works on real threads as well, and "
                                                                                          "its threads end.")
def real_threads(module):
    """On real threads, four workers crawl a web of a hundred pages, some of which fail."""
    lock = threading.Lock()
    asked, running, most = {}, [0], [0]

    def links(page):
        number = int(page)
        with lock:
            asked[page] = asked.get(page, 0) + 1
            running[0] += 1
            most[0] = max(most[0], running[0])
        try:
            if number % 10 == 9:
                raise ValueError(page)
            return [str(n) for n in (2 * number + 1, 2 * number + 2, number // 2) if n < 100]
        finally:
            with lock:
                running[0] -= 1

    pages, failures = module.crawl("0", links, workers=4)
    return {"pages": sorted(map(int, pages)), "failures": {p: str(e) for p, e in failures.items()}, "most": most[0],
            "often": sorted(p for p, n in asked.items() if n != 1), "asked": len(asked)}


@real_threads.judge
def _(data):
    expect(not data["often"], f"these pages were asked for more than once: {data['often'][:5]}")
    expect(data["most"] <= 4, f"{data['most']} calls ran at once, with four workers")
    found, waiting = {0}, [0]
    while waiting:
        number = waiting.pop()
        for n in (2 * number + 1, 2 * number + 2, number // 2) if number % 10 != 9 else ():
            if n < 100 and n not in found:
                found.add(n)
                waiting.append(n)
    good = sorted(n for n in found if n % 10 != 9)
    expect(data["asked"] == len(found), f"{len(found)} pages can be reached, {data['asked']} were asked for")
    expect(data["pages"] == good, f"{len(good)} pages can be read, {len(data['pages'])} were returned")
    expect(data["failures"] == {str(n): str(n) for n in found if n % 10 == 9}, f"the failures are {data['failures']}")
