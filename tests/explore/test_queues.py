"""The stand-ins of the module ``queue`` against the real one: the same calls in one thread, and small programs with several."""

import queue
import random
import sys

import pytest

from tests.explore.differential.outcomes import outcomes, real_outcomes
from tests.explore.differential.scripts import same

SHUTS_DOWN = sys.version_info >= (3, 13)
CLASSES = ["Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"]
SCRIPTS = range(150)        # of each class

ITEMS = ["1", "2", "3", "'s'", "None", "(1, 'a')"]
CALLS = ["q.put_nowait({})", "q.put({}, False)", "q.put({}, timeout=0)", "q.put({}, False, -1)", "q.put({}, timeout=0.001)",
         "q.get_nowait()", "q.get_nowait()", "q.get(False)", "q.get(timeout=0)", "q.get(timeout=-1)", "q.get(False, -1)",
         "q.get(timeout=0.001)", "q.get(timeout='x')", "q.get(timeout=1e12)", "q.get(False, 1e12)", "q.qsize()", "q.empty()",
         "q.get() if q.qsize() else 0", "q.frob", "q.put()", "repr(q)", "type(q).__name__", "queue.Queue[int]"]
BOUNDED = ["q.full()", "q.task_done()", "q.unfinished_tasks", "q.maxsize", "q.join() if not q.unfinished_tasks else 0",
           "q.put({}, True, -1)", "q.put({}, timeout='x')", "q.put({}, timeout=1e12)", "len(q.queue)", "list(q.queue)",
           "bool(q.queue)", "q.queue[0]", "2 in q.queue", "repr(q.queue)", "q.queue.copy()", "[item for item in q.queue]",
           "q.queue == q.queue.copy()", "q.queue.index(2)", "q.queue.frob"]
DOWN = ["q.shutdown()", "q.shutdown(immediate=True)", "q.is_shutdown"]


def script(draw, name):
    calls = CALLS if name == "SimpleQueue" else CALLS + BOUNDED
    if SHUTS_DOWN and name != "SimpleQueue" and draw.random() < 0.4:
        calls = calls + DOWN
    items = ITEMS if draw.random() < 0.3 else ITEMS[:3]
    maxsize = "" if name == "SimpleQueue" else draw.choice(["", "-1", "1", "2", "3"])
    lines = [draw.choice(calls).format(draw.choice(items)) for _ in range(draw.randrange(5, 25))]
    return [f"q = queue.{name}({maxsize})", *lines]


@pytest.mark.parametrize("name", CLASSES)
def test_random_calls_give_the_same(name):
    for seed in SCRIPTS:
        lines = script(random.Random(f"{name} {seed}"), name)
        same({"queue": queue}, lines, spoken=[line for line in lines if "timeout='x'" in line])


SUBCLASSES = """
class Unique(queue.Queue):
    def _init(self, maxsize):
        self.queue = {}
        self.label, self._tail, self.key = "mine", 0, None
    def _put(self, item): self.queue[item] = True
    def _get(self): return self.queue.popitem()[0]
class Sorted(queue.PriorityQueue):
    def _put(self, item): super()._put((-item, item))
    def _get(self): return super()._get()[1]
class Counted(queue.Queue):
    def put(self, item, *args, **kwargs):
        super().put((self.qsize(), item), *args, **kwargs)
class Weighted(queue.Queue):
    def _qsize(self): return sum(self.queue)
"""


@pytest.mark.parametrize("making", ["Unique(2)", "Sorted()", "Counted(2)", "Weighted(5)"])
def test_subclasses_keep_items_as_they_like(making):
    same({"queue": queue}, [SUBCLASSES, f"q = {making}", "q.put(1)", "q.put(1)", "q.put_nowait(3)", "q.put_nowait(2)",
                            "q.qsize()", "q.full()", "q.get()", "q.get_nowait()", "q.get_nowait()", "q.empty()", "q.unfinished_tasks"])


def test_items_that_cannot_be_compared_stay_in_a_priority_queue_as_in_the_real_one():
    same({"queue": queue}, ["q = queue.PriorityQueue()", "q.put(1)", "q.put('s')", "q.qsize()", "q.unfinished_tasks",
                            "list(q.queue)", "q.get()", "q.get()", "q.empty()", "q.task_done()", "q.task_done()"])


HEAD = """
import queue, threading
T = 0.0002
def run(*functions):
    threads = [threading.Thread(target=f) for f in functions]
    for t in threads: t.start()
    for t in threads: t.join()
"""

# explored on the adversarial clock: a timeout may be over at any moment, as for real
PROGRAMS = {name: HEAD + source for name, source in {
    "two producers, one consumer": """
def main():
    q, got = queue.Queue(), []
    def f(n): q.put(n); q.put(n + 1)
    def g():
        for _ in range(4): got.append(q.get())
    run(lambda: f(1), lambda: f(11), g)
    return got
""",
    "bounded, two consumers": """
def main():
    q, got = queue.Queue(1), [[], []]
    def f():
        for n in range(3): q.put(n)
        q.put(None); q.put(None)
    def g(k):
        for item in iter(q.get, None): got[k].append(item)
    run(f, lambda: g(0), lambda: g(1))
    return got
""",
    "last in, first out": """
def main():
    q, got = queue.LifoQueue(), []
    def f(): q.put(1); q.put(2)
    def g(): got.append(q.get()); got.append(q.get())
    run(f, g)
    return got
""",
    "by priority": """
def main():
    q, got = queue.PriorityQueue(2), []
    def f(): q.put(3); q.put(1); q.put(2)
    def g():
        for _ in range(3): got.append(q.get())
    run(f, g)
    return got
""",
    "looks": """
def main():
    q, got = queue.Queue(2), []
    def f(): q.put(1); q.put(2); q.get()
    def g(): got.append((q.empty(), q.full(), q.qsize(), len(q.queue), list(q.queue), q.unfinished_tasks))
    run(f, g)
    return got
""",
    "without waiting": """
def main():
    q, got = queue.SimpleQueue(), []
    def g():
        try: got.append(q.get_nowait())
        except queue.Empty: got.append("empty")
    run(lambda: q.put(1), g, g)
    return sorted(got, key=str)
""",
    "with a timeout": """
def main():
    q, got = queue.Queue(1), []
    def f():
        for n in (1, 2):
            try: q.put(n, timeout=T)
            except queue.Full: got.append("full")
    def g():
        try: got.append(q.get(timeout=T))
        except queue.Empty: got.append("empty")
    run(f, g)
    return sorted(got, key=str), q.qsize()
""",
    "tasks": """
def main():
    q, log = queue.Queue(), []
    def f(): q.put(1); q.put(2); q.join(); log.append("joined")
    def g():
        for _ in range(2): log.append(q.get()); q.task_done()
        log.append("g")
    run(f, g)
    return log
""",
    "too many tasks done": """
def main():
    q, log = queue.Queue(), []
    def g():
        try: q.task_done()
        except ValueError as error: log.append(str(error))
    run(lambda: q.put(1), g, g)
    return log, q.unfinished_tasks
""",
}.items()}

if SHUTS_DOWN:
    PROGRAMS["shut down"] = HEAD + """
def main():
    q, log = queue.Queue(1), []
    def f():
        try: q.put(1); q.put(2); log.append("put")
        except queue.ShutDown: log.append("no put")
    def g():
        try: log.append(q.get()); log.append(q.get())
        except queue.ShutDown: log.append("no get")
    run(f, g, q.shutdown)
    return log
"""


@pytest.fixture(scope="module")
def really():
    return real_outcomes(PROGRAMS, runs=40)


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_really_happens_is_explored(name, really):
    explored, _ = outcomes(PROGRAMS[name])
    assert really[name].keys() <= explored


def test_queue_can_be_read_but_not_changed_behind_the_queues_back():
    for change in ("q.queue.clear()", "q.queue[0] = 2", "q.queue = []", "q.mutex"):
        with pytest.raises(Exception, match="can be read, but not changed|cannot be played"):
            same({"queue": queue}, ["q = queue.Queue()", "q.put(1)", change])
