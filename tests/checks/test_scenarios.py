"""What a check can do: explore, once, possible; meetings, gates and notes; leftovers and busy waiting."""

import pytest

from autograder.checks import runner
from autograder.checks.meeting import gate, meet, notes
from autograder.checks.spec import Check, expect, fail, reached, returned, settle, spawn
from autograder.explore.program import Program


def judged(source, function, program=None):
    check = Check("it", "It works.", 2.0, function, promise="It works.")
    return runner.explore_check(check, program or Program(source, "mine.py", "mine"))


RACY = "class C:\n    def __init__(self): self.n = 0\n    def add(self):\n        n = self.n\n        self.n = n + 1"


def two_add(m):
    c = m.C()
    workers = [spawn(c.add) for _ in range(2)]
    for worker in workers:
        worker.join()
    return c.n


def test_once_shows_what_an_ordinary_run_shows_and_claims_no_proof():
    def right(m):
        expect(two_add(m) == 2, "an update is lost")
    assert judged(RACY, lambda explore: explore.once(right))["verdict"] == "passed"
    assert judged(RACY, lambda explore: explore(right))["kind"] == "race"


def test_possible_fails_when_no_interleaving_gets_there():
    def lost(m):
        if two_add(m) == 1:
            reached()
    assert judged(RACY, lambda explore: explore.possible(lost, "never"))["outcome"] == "passed"
    safe = "import threading\n" + RACY.replace("self.n = 0", "self.n = 0; self.l = threading.Lock()").replace(
        "        n = self.n\n        self.n = n + 1", "        with self.l: self.n += 1")
    result = judged(safe, lambda explore: explore.possible(lost, "no update can be lost", kind="overlap"))
    assert (result["outcome"], result["kind"], result["message"]) == ("failed", "overlap", "No update can be lost.")


MAP = """
from concurrent.futures import ThreadPoolExecutor
def run(f, items, n):
    with ThreadPoolExecutor(n) as pool:
        return list(pool.map(f, items))
"""


@pytest.mark.parametrize("threads, kind", [(2, ""), (1, "deadlock")])
def test_only_calls_that_are_under_way_together_meet(threads, kind):
    def scenario(m):
        notes().met = []

        def work(item):
            meet(2, "the calls")
            notes().met.append(item)
            return item
        expect(m.run(work, [1, 2], threads) == [1, 2], "wrong")
        expect(sorted(notes().met) == [1, 2], "not all have met")
    assert judged(MAP, lambda explore: explore(scenario))["kind"] == kind


def test_one_call_too_many_ends_the_run_whatever_the_module_catches():
    def scenario(m):
        def work(item):
            meet(1, "the calls")
        try:
            m.run(work, [1, 2], 2)
        except BaseException:
            pass
    result = judged(MAP, lambda explore: explore(scenario))
    assert result["outcome"] == "failed" and "called twice" in result["message"]


def test_fail_cannot_be_swallowed():
    source = "def quiet(f):\n    try: f()\n    except BaseException: pass"
    result = judged(source, lambda explore: explore(lambda m: m.quiet(lambda: fail("no"))))
    assert result["message"] == "No."


def test_a_gate_holds_until_it_is_opened():
    def scenario(m):
        worker = spawn(lambda: m.f(gate("g").wait))
        settle()
        expect(not worker.done, "it went through")
        gate("g").open()
        worker.join()
    assert judged("def f(wait): wait()", lambda explore: explore(scenario))["verdict"] == "proved"


LEAVES = {
    "a thread": "import threading\ndef f():\n    threading.Thread(target=print).start()",
    "a daemon": "import threading\ndef f():\n    threading.Thread(target=threading.Event().wait, daemon=True).start()",
    "one that has told": "import threading\ndef f():\n    s = threading.Semaphore(0)\n    threading.Thread(target=s.release).start()\n    s.acquire()",
    "a process": "import multiprocessing\ndef f():\n    multiprocessing.Process(target=print).start()",
    "a killed one": "import multiprocessing\ndef f():\n    p = multiprocessing.Process(target=print)\n    p.start()\n    p.kill()",
    "a pool": "import multiprocessing\ndef f():\n    return multiprocessing.Pool(1).map(abs, [1])",
    "a queue": "import multiprocessing\ndef f():\n    q = multiprocessing.Queue()\n    q.put(1)\n    q.get()",
    "an executor": "import concurrent.futures as c\ndef f():\n    return c.ThreadPoolExecutor(1).submit(abs, 1).result()",
}
CLEAN = {
    "a joined thread": "import threading\ndef f():\n    t = threading.Thread(target=print)\n    t.start()\n    t.join()",
    "with a pool": "import multiprocessing\ndef f():\n    with multiprocessing.Pool(1) as p: return p.map(abs, [1])",
    "with a pool of threads": "import multiprocessing.dummy\ndef f():\n    with multiprocessing.dummy.Pool(1) as p: return p.map(abs, [1])",
    "a closed queue": "import multiprocessing\ndef f():\n    q = multiprocessing.Queue()\n    q.put(1)\n    q.get()\n    q.close()",
    "a polled end": "import multiprocessing\ndef f():\n    p = multiprocessing.Process(target=print)\n    p.start()\n    "
                    "while p.exitcode is None: multiprocessing.connection.wait([p.sentinel])",
}


@pytest.mark.parametrize("name", [*LEAVES, *CLEAN])
def test_what_a_call_leaves_behind(name):
    def scenario(m):
        m.f()
        returned()
    source = LEAVES.get(name) or CLEAN[name].replace("import multiprocessing\n", "import multiprocessing, multiprocessing.connection\n")
    assert judged(source, lambda explore: explore(scenario))["kind"] == ("leak" if name in LEAVES else "")


def test_one_leak_costs_one_check():
    program = Program(LEAVES["a thread"], "mine.py", "mine")
    first, second = (judged("", lambda explore: explore(lambda m: m.f()), program) for _ in range(2))
    assert (first["kind"], second["outcome"]) == ("leak", "passed")


BUSY = {
    "asks for a process": "import multiprocessing, time\ndef f():\n    p = multiprocessing.Process(target=print)\n    p.start()\n"
                          "    while p.is_alive(): time.sleep(0.1)\n    p.join()",
    "tries a lock": "import threading\nlock = threading.Lock()\ndef g():\n    while not lock.acquire(blocking=False): pass\n    lock.release()\n"
                    "def f():\n    ts = [threading.Thread(target=g) for _ in range(2)]\n    for t in ts: t.start()\n    for t in ts: t.join()",
}


@pytest.mark.parametrize("name", BUSY)
def test_busy_waiting_is_found_although_it_ends(name):
    assert judged(BUSY[name], lambda explore: explore(lambda m: m.f()))["kind"] == "livelock"


def test_a_while_around_a_wait_is_none():
    source = ("import threading\nc = threading.Condition()\ndone = []\ndef g():\n    with c:\n        done.append(1)\n        c.notify_all()\n"
              "def f():\n    t = threading.Thread(target=g)\n    t.start()\n    with c:\n        while not done: c.wait()\n    t.join()")
    assert judged(source, lambda explore: explore(lambda m: m.f()))["verdict"] == "proved"
