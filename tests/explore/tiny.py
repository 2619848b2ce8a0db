"""Tiny programs, one for each primitive and for how it can be looked at; small enough to try every choice at every point."""

HEAD = """
import threading, time
from collections import deque
class Box: pass
def run(*functions):
    threads = [threading.Thread(target=f, name=f"t{i}") for i, f in enumerate(functions)]
    for t in threads: t.start()
    for t in threads: t.join()
"""

PROGRAMS = {
    "two locks apart": """
def main():
    a, b = threading.Lock(), threading.Lock()
    def f():
        with a: pass
    def g():
        with b: pass
    run(f, g)
""",
    "one lock, three tasks": """
def main():
    a = threading.Lock()
    def f():
        with a: pass
    run(f, f, f)
""",
    "crossed locks": """
def main():
    a, b = threading.Lock(), threading.Lock()
    def f():
        with a:
            with b: pass
    def g():
        with b:
            with a: pass
    run(f, g)
""",
    "lost update": """
def main():
    box = Box(); box.n = 0
    def f(): box.n += 1
    run(f, f, f)
""",
    "locked update": """
def main():
    box = Box(); box.n = 0
    lock = threading.Lock()
    def f():
        with lock: box.n += 1
    run(f, f, f)
    assert box.n == 3
""",
    "read and write": """
def main():
    box = Box(); box.x = 0; box.y = 0
    def f(): box.x = 1; return box.y
    def g(): box.y = 1; return box.x
    run(f, g)
""",
    "semaphore as gate, two givers": """
def main():
    box = Box(); box.x = 0
    s = threading.Semaphore(0)
    def q(): box.x = 1; s.release()
    def r(): s.release()
    def p(): s.acquire(); return box.x
    run(q, r, p)
""",
    "semaphore one of three": """
def main():
    s = threading.Semaphore(1); l = []
    def f():
        s.acquire(); l.append(1); s.release()
    run(f, f, f)
""",
    "semaphore two of three": """
def main():
    s = threading.Semaphore(2)
    def f():
        with s: pass
    run(f, f, f)
""",
    "semaphore starved": """
def main():
    s = threading.Semaphore(1)
    def f(): s.acquire()
    run(f, f)
""",
    "semaphore release many": """
def main():
    s = threading.Semaphore(0); l = []
    def f(): s.acquire(); l.append(1)
    def g(): s.release(2)
    run(f, f, g)
""",
    "bounded semaphore": """
def main():
    s = threading.BoundedSemaphore(1)
    def f(): s.acquire(); s.release()
    def g():
        try: s.release()
        except ValueError: pass
    run(f, g)
""",
    "semaphore try": """
def main():
    s = threading.Semaphore(1); l = []
    def f():
        if s.acquire(blocking=False): l.append(1); s.release()
    run(f, f)
""",
    "lock try": """
def main():
    a = threading.Lock(); l = []
    def f():
        if a.acquire(blocking=False):
            l.append(1); a.release()
    def g():
        with a: pass
    run(f, g)
""",
    "lock as gate": """
def main():
    gate = threading.Lock(); gate.acquire()
    box = Box(); box.x = 0
    def f(): gate.acquire(); return box.x
    def g(): box.x = 1; gate.release()
    run(f, g)
""",
    "lock released by two": """
def main():
    gate = threading.Lock(); gate.acquire()
    def f(): gate.acquire()
    def g():
        try: gate.release()
        except RuntimeError: pass
    run(f, g, g)
""",
    "lock timeout": """
def main():
    a = threading.Lock(); l = []
    def f():
        with a: l.append(0)
    def g():
        if a.acquire(timeout=1):
            a.release()
    run(f, g)
""",
    "locked()": """
def main():
    a = threading.Lock(); box = Box(); box.x = 0
    def f():
        with a: box.x = 1
    def g(): return a.locked(), box.x
    run(f, g)
""",
    "is_alive": """
def main():
    box = Box(); box.x = 0
    def f(): box.x = 1
    t = threading.Thread(target=f, name="t0"); t.start()
    t.is_alive()
    box.x
    t.join()
""",
    "join with timeout": """
def main():
    box = Box(); box.x = 0
    def f(): box.x = 1
    t = threading.Thread(target=f, name="t0"); t.start()
    t.join(1)
    box.x
    t.join()
""",
    "rlock": """
def main():
    a = threading.RLock(); box = Box(); box.n = 0
    def f():
        with a:
            with a: box.n += 1
    run(f, f)
""",
    "condition handover": """
def main():
    c = threading.Condition(); box = Box(); box.ready = False
    def f():
        with c:
            while not box.ready: c.wait()
    def g():
        with c:
            box.ready = True
            c.notify()
    run(f, g)
""",
    "condition notify outside the change": """
def main():
    c = threading.Condition(); box = Box(); box.ready = False
    def f():
        with c:
            while not box.ready: c.wait()
    def g():
        with c: c.notify()
        box.ready = True
    run(f, g)
""",
    "condition two waiters one notify": """
def main():
    c = threading.Condition(threading.Lock()); box = Box(); box.n = 0
    def f():
        with c:
            while box.n == 0: c.wait()
            box.n -= 1
    def g():
        with c:
            box.n += 2
            c.notify()
    run(f, f, g)
""",
    "condition wait with timeout": """
def main():
    c = threading.Condition(); box = Box(); box.ready = False
    def f():
        with c:
            if not box.ready: c.wait(1)
            return box.ready
    def g():
        with c:
            box.ready = True
            c.notify_all()
    run(f, g)
""",
    "condition notify all": """
def main():
    c = threading.Condition(); box = Box(); box.go = False
    def f():
        with c:
            while not box.go: c.wait()
    def g():
        with c:
            box.go = True
            c.notify_all()
    run(f, f, g)
""",
    "event": """
def main():
    e = threading.Event(); box = Box(); box.x = 0
    def f(): e.wait(); return box.x
    def g(): box.x = 1; e.set(); box.x = 2
    run(f, g)
""",
    "event pulse": """
def main():
    e = threading.Event()
    def f(): e.wait()
    def g(): e.set(); e.clear()
    run(f, g)
""",
    "event is_set": """
def main():
    e = threading.Event(); l = []
    def f(): l.append(e.is_set())
    def g(): e.set()
    run(f, g)
""",
    "event wait with timeout": """
def main():
    e = threading.Event(); box = Box(); box.x = 0
    def f():
        if not e.wait(1): box.x
    def g(): box.x = 1; e.set()
    run(f, g)
""",
    "barrier": """
def main():
    b = threading.Barrier(2); box = Box(); box.x = 0
    def f(): box.x = 1; b.wait()
    def g(): b.wait(); return box.x
    run(f, g)
""",
    "barrier two rounds": """
def main():
    b = threading.Barrier(2)
    def f(): b.wait(); b.wait()
    run(f, f)
""",
    "barrier short of one": """
def main():
    b = threading.Barrier(3)
    def f(): b.wait()
    run(f, f)
""",
    "list and dict": """
def main():
    l, d = [], {}
    def f(): l.append(1); d["k"] = len(l)
    def g(): l.append(2); d.setdefault("k", 0)
    run(f, g)
""",
    "check then act": """
def main():
    d = {}
    def f():
        if "k" not in d: d["k"] = 1
    run(f, f)
""",
    "pop from deque": """
def main():
    q = deque([1])
    def f():
        if q: q.popleft()
    run(f, f)
""",
    "global counter": """
n = 0
def f():
    global n
    n += 1
def main():
    run(f, f)
""",
    "nonlocal counter": """
def main():
    n = 0
    def f():
        nonlocal n
        n += 1
    run(f, f)
""",
    "late binding": """
def main():
    l = []; ts = []
    for i in range(2):
        t = threading.Thread(target=lambda: l.append(i), name=f"t{i}"); ts.append(t); t.start()
    for t in ts: t.join()
""",
    "sleep orders nothing": """
def main():
    box = Box(); box.x = 0
    def f(): time.sleep(1); box.x = 1
    def g(): box.x
    run(f, g)
""",
    "reading the clock": """
def main():
    box = Box(); box.x = 0
    def f():
        a = time.monotonic(); time.sleep(1)
        box.x = time.monotonic() - a
    def g(): time.sleep(2)
    run(f, g)
""",
    "two sleepers": """
def main():
    box = Box(); box.x = 0
    def f(): time.sleep(1); box.x = 1
    def g(): time.sleep(1); box.x = 2
    run(f, g)
""",
    "class attribute default": """
class C:
    n = 0
def main():
    c = C()
    def f(): c.n += 1
    run(f, f)
""",
    "start inside": """
def main():
    box = Box(); box.x = 0
    def inner(): box.x = 1
    def f():
        t = threading.Thread(target=inner, name="inner"); t.start(); box.x; t.join()
    def g(): box.x = 2
    run(f, g)
""",
    "timer": """
def main():
    box = Box(); box.x = 0
    def f(): box.x = 1
    t = threading.Timer(1, f); t.name = "timer"; t.start()
    box.x
    t.cancel(); t.join()
""",
    "shared iterator": """
import itertools
def main():
    c = itertools.count(); l = [None, None]
    def f(): l[0] = next(c)
    def g(): l[1] = next(c)
    run(f, g)
""",
}
