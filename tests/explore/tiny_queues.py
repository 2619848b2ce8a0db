"""Tiny programs for the stand-ins of the module ``queue``; for test_dpor_sound.py."""

import sys

PROGRAMS = {name: "import queue\n" + source for name, source in {
    "queue: one to one": """
def main():
    q = queue.Queue()
    def f(): q.put(1); q.put(2)
    def g(): assert (q.get(), q.get()) == (1, 2)
    run(f, g)
""",
    "queue: two producers, two consumers": """
def main():
    q = queue.Queue()
    def g(): q.get()
    run(lambda: q.put(1), lambda: q.put(2), g, g)
""",
    "queue: bounded": """
def main():
    q = queue.Queue(1)
    def f(): q.put(1); q.put(2)
    def g(): q.get(); q.get()
    run(f, g)
""",
    "queue: bounded, two and two": """
def main():
    q = queue.Queue(1)
    def g(): q.get()
    run(lambda: q.put(1), lambda: q.put(2), g, g)
""",
    "queue: never taken": """
def main():
    q = queue.Queue(1)
    run(lambda: q.put(1), lambda: q.put(2))
""",
    "queue: looks": """
def main():
    q = queue.Queue()
    def f(): q.put(1)
    def g(): return q.empty(), q.qsize()
    run(f, g)
""",
    "queue: empty then get": """
def main():
    q = queue.Queue(); q.put(1)
    def f():
        if not q.empty(): q.get()
    run(f, f)
""",
    "queue: get without waiting": """
def main():
    q = queue.Queue()
    def f():
        try: q.get_nowait()
        except queue.Empty: pass
    run(f, lambda: q.put(1), f)
""",
    "queue: put without waiting": """
def main():
    q = queue.Queue(1)
    def f(n):
        try: q.put_nowait(n)
        except queue.Full: pass
    run(lambda: f(1), lambda: f(2), lambda: q.get())
""",
    "queue: get with a timeout": """
def main():
    q = queue.Queue()
    def f():
        try: q.get(timeout=1)
        except queue.Empty: pass
    run(f, lambda: q.put(1))
""",
    "queue: put with a timeout": """
def main():
    q = queue.Queue(1); q.put(0)
    def f():
        try: q.put(1, timeout=1)
        except queue.Full: pass
    run(f, lambda: q.get())
""",
    "queue: tasks": """
def main():
    q = queue.Queue()
    def f(): q.put(1); q.put(2); q.join()
    def g():
        for _ in range(2): q.get(); q.task_done()
    run(f, g)
""",
    "queue: join before the put": """
def main():
    q = queue.Queue()
    def g(): q.get(); q.task_done()
    run(lambda: q.put(1), q.join, g)
""",
    "queue: done too often": """
def main():
    q = queue.Queue(); q.put(1)
    def g():
        try: q.task_done()
        except ValueError: pass
    run(g, g, lambda: q.put(2))
""",
    "queue: two workers on tasks": """
def main():
    q = queue.Queue()
    def g(): q.get(); q.task_done()
    q.put(1); q.put(2)
    run(g, g, q.join)
""",
    "queue: task not done": """
def main():
    q = queue.Queue()
    def g(): q.get()
    q.put(1)
    run(g, q.join)
""",
    "queue: last in, first out": """
def main():
    q = queue.LifoQueue()
    def g(): q.get()
    run(lambda: q.put(1), lambda: q.put(2), g)
""",
    "queue: by priority": """
def main():
    q = queue.PriorityQueue(2)
    run(lambda: q.put(2), lambda: q.put(1), lambda: q.get())
""",
    "queue: simple": """
def main():
    q = queue.SimpleQueue()
    def g(): q.get()
    run(lambda: q.put(1), g, lambda: q.empty())
""",
    "queue: kept by a subclass": """
class Once(queue.Queue):
    def _init(self, maxsize): self.queue = set()
    def _put(self, item): self.queue.add(item)
    def _get(self): return self.queue.pop()
def main():
    q = Once()
    run(lambda: q.put(1), lambda: q.put(1), lambda: q.get())
""",
    "queue: places that were free from the start": """
def main():
    q = queue.Queue(2); q.put(0); b = Box(); b.x = 0
    def g(): b.x; q.get()
    def f(): q.put(1); b.x = 1
    run(g, f)
""",
    "queue: three puts into two places": """
def main():
    q = queue.Queue(2)
    def f(): q.put(1); q.put(2)
    run(lambda: q.get(), f, lambda: q.put(3))
""",
    "queue: its items are looked at": """
def main():
    q = queue.Queue()
    def g():
        if q.queue: q.get_nowait()
    def h(): assert len(q.queue) < 2
    run(lambda: q.put(1), g, h)
""",
    "queue: items that cannot be compared": """
def main():
    q = queue.PriorityQueue()
    def f():
        try: q.put("x")
        except TypeError: pass
    run(f, lambda: q.put(1), lambda: q.get(), lambda: q.qsize())
""",
    "queue: its size is what a subclass says": """
class Heavy(queue.Queue):
    def _qsize(self): return sum(self.queue)
def main():
    q = Heavy(3)
    run(lambda: q.put(3), lambda: q.put(1), lambda: q.get())
""",
}.items()}

if sys.version_info >= (3, 13):
    PROGRAMS |= {name: "import queue\n" + source for name, source in {
        "queue: shut down": """
def main():
    q = queue.Queue(1)
    def f():
        try: q.put(1); q.put(2)
        except queue.ShutDown: pass
    def g():
        try: q.get()
        except queue.ShutDown: pass
    run(f, g, q.shutdown)
""",
        "queue: shut down at once": """
def main():
    q = queue.Queue()
    def f():
        try: q.put(1)
        except queue.ShutDown: pass
        q.join()
    run(f, lambda: q.shutdown(immediate=True))
""",
    }.items()}
