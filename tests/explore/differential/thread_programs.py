"""Small programs on ``threading`` whose result depends on the schedule.  None can block for ever; all threads are joined.

``PROGRAMS``: name -> source.  A tiny timeout (T seconds) may be over at any moment, for real and on the adversarial clock.
"""

HEAD = """
import threading, time
from threading import Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Lock, RLock, Semaphore, Thread, Timer
T = 0.0002
out = None
def run(*functions):
    threads = [Thread(target=f, name=f"t{i}") for i, f in enumerate(functions)]
    for t in threads: t.start()
    for t in threads: t.join()
    return out
def start(*functions):
    threads = [Thread(target=f, name=f"t{i}") for i, f in enumerate(functions)]
    for t in threads: t.start()
    return threads
def main():
    global out
    out = []
    return body()
"""

BODIES = {
    "lock: who is first": """
def body():
    lock = Lock()
    def f(name):
        with lock: out.append(name)
    return run(lambda: f("a"), lambda: f("b"), lambda: f("c"))
""",
    "lock: try": """
def body():
    lock = Lock()
    def f(name):
        if lock.acquire(blocking=False):
            out.append(name); lock.release()
        else: out.append("no " + name)
    return run(lambda: f("a"), lambda: f("b"))
""",
    "lock: timeout": """
def body():
    lock = Lock()
    def f():
        with lock: out.append("f"); out.append("f again")
    def g():
        if lock.acquire(timeout=T):
            out.append("g"); lock.release()
        else: out.append("late")
    return run(f, g)
""",
    "lock: locked and handed over": """
def body():
    lock = Lock(); lock.acquire()
    def f(): lock.acquire(); out.append(lock.locked())
    def g(): out.append("g"); lock.release()
    def h(): out.append(lock.locked())
    return run(f, g, h)
""",
    "lock: released by two": """
def body():
    lock = Lock(); lock.acquire()
    def f():
        try: lock.release(); out.append("released")
        except RuntimeError as error: out.append(str(error))
    def g(): out.append(lock.acquire(blocking=False))
    return run(f, f, g)
""",
    "rlock: across functions": """
def body():
    lock = RLock()
    def inner():
        with lock: out.append("inner")
    def f():
        with lock: inner(); out.append("f")
    def g():
        if lock.acquire(blocking=False):
            inner(); lock.release()
        else:
            try: lock.release()
            except RuntimeError as error: out.append(str(error))
    return run(f, g)
""",
    "semaphore: order": """
def body():
    s = Semaphore(1)
    def f(name):
        with s: out.append(name)
    return run(lambda: f("a"), lambda: f("b"), lambda: f("c"))
""",
    "semaphore: release two, one barges in": """
def body():
    s = Semaphore(0)
    def f(name): s.acquire(); out.append(name); s.release()
    def barge(): out.append(s.acquire(blocking=False))
    def g(): s.release(2)
    return run(lambda: f("a"), lambda: f("b"), barge, g)
""",
    "semaphore: timeouts": """
def body():
    s = Semaphore(0)
    def f(name): out.append((name, s.acquire(timeout=T)))
    return run(lambda: f("a"), lambda: f("b"), s.release)
""",
    "semaphore: bounded": """
def body():
    s = BoundedSemaphore(1)
    def f():
        try:
            with s: out.append("in")
        except ValueError as error: out.append(("f", str(error)))
    def g():
        try: s.release(); out.append("more"); s.acquire()
        except ValueError as error: out.append(("g", str(error)))
    return run(f, g) + [s.acquire(blocking=False), s.acquire(blocking=False)]
""",
    "condition: first in, first out": """
def body():
    c = Condition(); here = Semaphore(0); gone = Semaphore(0)
    def f(name):
        with c:
            out.append(name); here.release(); c.wait(); out.append(name)
        gone.release()
    threads = start(lambda: f("a"), lambda: f("b"), lambda: f("c"))
    for _ in range(3): here.acquire()
    with c: c.notify()
    gone.acquire()
    with c: c.notify(2)
    for t in threads: t.join()
    return out
""",
    "condition: notify 2 of 3": """
def body():
    c = Condition(Lock()); tokens = [0]
    def f(name):
        with c:
            while not tokens[0]: c.wait()
            tokens[0] -= 1; out.append(name)
    def g(n):
        with c: tokens[0] += n; c.notify(n)
    return run(lambda: f("a"), lambda: f("b"), lambda: f("c"), lambda: g(1), lambda: g(2))
""",
    "condition: notify all": """
def body():
    c = Condition(); go = []
    def f(name):
        with c:
            while not go: c.wait()
            out.append(name)
    def g():
        with c: go.append(1); c.notify_all(); out.append("g")
    return run(lambda: f("a"), lambda: f("b"), g)
""",
    "condition: wait gives up, notify is lost": """
def body():
    c = Condition(Lock())
    def f(name):
        with c: out.append((name, c.wait(T)))
    def g():
        with c: c.notify()
    return run(lambda: f("a"), lambda: f("b"), g)
""",
    "condition: time is up in the order of waiting": """
def body():
    c = Condition(); here = Semaphore(0)
    def f(name, timeout):
        with c: here.release(); out.append(name); out.append((name, c.wait(timeout)))
    def g(): here.acquire(); here.acquire(); notify()
    def notify():
        with c: c.notify()
        with c: c.notify()
    return run(lambda: f("a", T), lambda: f("b", 50), g)
""",
    "condition: wait_for": """
def body():
    c = Condition(); box = []
    def f():
        with c: out.append(c.wait_for(lambda: len(box), T)); out.append(len(box))
    def g():
        for _ in range(2):
            with c: box.append(1); c.notify()
    return run(f, g)
""",
    "condition: wait(0) and wait(-1)": """
def body():
    c = Condition()
    def f(timeout):
        with c: out.append(c.wait(timeout))
    def g():
        with c: c.notify(); out.append("g")
    return run(lambda: f(0), lambda: f(-1), g)
""",
    "condition: with a semaphore for its lock": """
def body():
    c = Condition(Semaphore(1)); go = []
    def f():
        with c:
            while not go: c.wait()
            out.append("f")
    def g():
        with c: go.append(1); c.notify(); out.append("g")
    return run(f, g)
""",
    "condition: rlock held twice": """
def body():
    lock = RLock(); c = Condition(lock); go = []
    def f():
        with lock:
            with c:
                while not go: c.wait()
                out.append("f")
            out.append("still f")
    def g():
        with c:
            with c: go.append(1); c.notify(); out.append("g")
            out.append("still g")
    return run(f, g)
""",
    "event: set and clear": """
def body():
    e = Event()
    def f(): out.append(e.wait(T)); out.append(e.is_set())
    def g(): e.set(); e.clear()
    return run(f, g)
""",
    "event: who goes on": """
def body():
    e = Event()
    def f(name): out.append((name, e.wait()))
    def g(): out.append("g"); e.set(); out.append("set")
    return run(lambda: f("a"), lambda: f("b"), g)
""",
    "event: is_set while it waits": """
def body():
    e = Event()
    def f(): out.append(e.wait(T))
    def g(): e.set()
    def h():
        if e.is_set(): out.append("seen")
    return run(f, g, h)
""",
    "barrier: numbers": """
def body():
    b = Barrier(3)
    def f(name): out.append((name, b.wait()))
    return run(lambda: f("a"), lambda: f("b"), lambda: f("c"))
""",
    "barrier: two rounds": """
def body():
    b = Barrier(2)
    def f(name): out.append((name, b.wait())); out.append((name, b.wait()))
    return run(lambda: f("a"), lambda: f("b"))
""",
    "barrier: abort": """
def body():
    b = Barrier(2)
    def f(name):
        try: out.append((name, b.wait()))
        except BrokenBarrierError: out.append((name, "broken"))
    return run(lambda: f("a"), lambda: f("b"), b.abort)
""",
    "barrier: timeouts": """
def body():
    b = Barrier(2, timeout=T)
    def f(name):
        try: out.append((name, b.wait()))
        except BrokenBarrierError: out.append((name, "broken"))
    return run(lambda: f("a"), lambda: f("b")) + [b.broken]
""",
    "barrier: one gives up, a third comes": """
def body():
    b = Barrier(2)
    def f(name, timeout):
        try: out.append((name, b.wait(timeout)))
        except BrokenBarrierError: out.append((name, "broken"))
    return run(lambda: f("a", T), lambda: f("b", T), lambda: f("c", T)) + [b.broken, b.n_waiting]
""",
    "barrier: reset": """
def body():
    b = Barrier(2)
    def f(name):
        try: out.append((name, b.wait(T)))
        except BrokenBarrierError: out.append((name, "broken"))
    return run(lambda: f("a"), lambda: f("b"), b.reset) + [b.broken]
""",
    "barrier: abort and reset": """
def body():
    b = Barrier(2)
    def f(name):
        try: out.append((name, b.wait(T)))
        except BrokenBarrierError: out.append((name, "broken"))
    def g(): b.abort(); b.reset()
    return run(lambda: f("a"), lambda: f("b"), g) + [b.broken]
""",
    "barrier: action": """
def body():
    b = Barrier(2, action=lambda: out.append(b.n_waiting))
    def f(name): out.append((name, b.wait()))
    def g(): out.append(b.n_waiting)
    return run(lambda: f("a"), lambda: f("b"), g)
""",
    "barrier: action that fails": """
def body():
    def action(): raise ValueError("no")
    b = Barrier(2, action)
    def f(name):
        try: out.append((name, b.wait()))
        except BrokenBarrierError: out.append((name, "broken"))
        except ValueError as error: out.append((name, str(error)))
    return run(lambda: f("a"), lambda: f("b")) + [b.broken]
""",
    "barrier: abort waits for the action": """
def body():
    b = Barrier(2, action=lambda: out.append("action"))
    def f(name):
        try: out.append((name, b.wait()))
        except BrokenBarrierError: out.append((name, "broken"))
    def g(): b.abort(); out.append("aborted")
    return run(lambda: f("a"), lambda: f("b"), g)
""",
    "barrier: n_waiting and broken": """
def body():
    b = Barrier(2)
    def f(): b.wait()
    def g(): out.append((b.n_waiting, b.n_waiting, b.broken))
    return run(f, f, g)
""",
    "thread: is_alive": """
def body():
    t = Thread(target=lambda: out.append("t")); t.start()
    out.append(t.is_alive()); t.join(); out.append(t.is_alive())
    return out
""",
    "thread: started by another": """
def body():
    t = Thread(target=lambda: None)
    def f(): out.append(t.is_alive())
    def g():
        try: t.join(); out.append("joined")
        except RuntimeError as error: out.append(str(error))
    threads = start(f, g)
    t.start(); t.join()
    for s in threads: s.join()
    return sorted(map(str, out))
""",
    "thread: started twice at once": """
def body():
    t = Thread(target=lambda: out.append("t"))
    def f():
        try: t.start()
        except RuntimeError as error: out.append(str(error))
    run(f); run(f)
    t.join()
    return out
""",
    "thread: join with a timeout": """
def body():
    t = Thread(target=lambda: out.append("t")); t.start()
    out.append(t.join(T)); out.append(t.is_alive()); t.join()
    return out
""",
    "thread: listed, yet alive": """
def body():
    t = Thread(target=lambda: None); t.start()
    out.append((threading.active_count(), t.is_alive(), t in threading.enumerate()))
    t.join()
    return out + [threading.active_count()]
""",
    "thread: names": """
def body():
    def f(): out.append(threading.current_thread().name)
    t = Thread(target=f); t.name = "early"; t.start(); t.name = "late"; t.join()
    return out + [t.name, threading.current_thread().name]
""",
    "thread: excepthook": """
def body():
    def hook(args): out.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
    threading.excepthook = hook
    def f(name): raise ValueError(name)
    return run(lambda: f("a"), lambda: f("b"))
""",
    "thread: daemon": """
def body():
    seen = []
    Thread(target=lambda: seen.append(1), daemon=True).start()
    return len(seen)
""",
    "thread: subclass": """
class Worker(Thread):
    def __init__(self, task): super().__init__(); self.task = self._task = self.count = task
    def run(self): out.append((self.task, self._task, self.count))
def body():
    threads = [Worker("a"), Worker("b")]
    for t in threads: t.start()
    for t in threads: t.join()
    return out
""",
    "timer: cancel": """
def body():
    t = Timer(T, lambda: out.append("rang")); t.start()
    out.append("main"); t.cancel(); t.join()
    return out
""",
    "timer: arguments": """
def body():
    t = Timer(T, lambda a, b: out.append((a, b)), ["a"], {"b": "b"}); t.start()
    out.append(len(out)); t.join()
    return out
""",
    "local: one for each thread": """
def body():
    mine = threading.local(); mine.n = 0
    def f(name):
        out.append(hasattr(mine, "n"))
        mine.n = name; out.append(mine.n)
    run(lambda: f("a"), lambda: f("b"))
    return out + [mine.n]
""",
    "data: lost update": """
class Box: n = 0
def body():
    box = Box()
    def f(): box.n += 1
    run(f, f, f)
    return box.n
""",
    "data: check, then act": """
def body():
    def f(name):
        if not out: out.append(name)
    return run(lambda: f("a"), lambda: f("b"))
""",
}

PROGRAMS = {name: HEAD + body for name, body in BODIES.items()}
