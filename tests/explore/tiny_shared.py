"""Tiny programs on multiprocessing's synchronisation and shared memory; for test_dpor_sound.py."""

START = """
import multiprocessing as mp, threading
def run(*functions):
    threads = [threading.Thread(target=f, name=f"t{i}") for i, f in enumerate(functions)]
    for t in threads: t.start()
    for t in threads: t.join()
def begin(function, *args):
    process = mp.Process(target=function, args=args, name=function.__name__)
    process.start()
    return process
def both(f, g, *args):
    a, b = begin(f, *args), begin(g, *args)
    a.join()
    b.join()
"""

PROGRAMS = {f"shared: {name}": START + source for name, source in {
    "lock between processes": """
def f(lock):
    with lock: pass
def g(lock):
    with lock: pass
def main():
    both(f, g, mp.Lock())
""",
    "lock released by another": """
def f(lock):
    try: lock.release()
    except ValueError: pass
def g(lock):
    lock.acquire(False)
def main():
    lock = mp.Lock()
    lock.acquire()
    both(f, g, lock)
""",
    "bounded semaphore given back twice": """
def f(s):
    try:
        with s: pass
        s.release()
    except ValueError: pass
def g(s): s.acquire()
def main():
    both(f, g, mp.BoundedSemaphore(1))
""",
    "notify one of two": """
def main():
    c = mp.Condition()
    def f():
        with c: c.wait()
    def g():
        with c: c.notify()
    run(f, f, g)
""",
    "notify both": """
def main():
    c = mp.Condition(); box = mp.Semaphore(0)
    def f():
        with c:
            if not box.acquire(False): c.wait()
    def g():
        with c:
            box.release(); box.release()
            c.notify_all()
    run(f, f, g)
""",
    "two notifies": """
def main():
    c = mp.Condition(); go = mp.Semaphore(0)
    def f():
        with c:
            go.release()
            c.wait()
    def g():
        go.acquire(); go.acquire()
        with c: c.notify()
        with c: c.notify()
    run(f, f, g)
""",
    "timed wait": """
def main():
    c = mp.Condition()
    def f():
        with c: c.wait(1)
    def g():
        with c: c.notify()
    run(f, g)
""",
    "timed wait beside another": """
def main():
    c = mp.Condition()
    c.acquire()
    def f():
        with c:
            c.notify()
    t = threading.Thread(target=f, name="t0")
    u = threading.Thread(target=lambda: c.acquire() and c.wait(), name="t1")
    t.start(); u.start()
    c.wait(1)
""",
    "condition of a lock, stolen": """
def main():
    c = mp.Condition(mp.Lock())
    def f():
        with c: c.wait(0)
    def g():
        try: c.release()
        except ValueError: pass
    run(f, g)
""",
    "sleeper killed": """
def f(c, go):
    with c:
        go.release()
        c.wait()
def main():
    c, go = mp.Condition(), mp.Semaphore(0)
    p = begin(f, c, go)
    go.acquire()
    p.terminate()
    p.join()
    if c.acquire(False): c.notify()
""",
    "event": """
def f(e): e.wait()
def g(e): e.set()
def main():
    both(f, g, mp.Event())
""",
    "event pulse": """
def main():
    e = mp.Event(); out = []
    def f(): out.append(e.wait())
    def g():
        e.set()
        e.clear()
    run(f, f, g)
""",
    "event pulse, timed": """
def main():
    e = mp.Event(); out = []
    def f(): out.append(e.wait(1))
    def g():
        e.set()
        e.clear()
    def h(): e.is_set()
    run(f, g, h)
""",
    "event's sleeper killed": """
def f(e): e.wait()
def g(e): e.set()
def main():
    e = mp.Event()
    p, q = begin(f, e), begin(g, e)
    p.terminate()
    p.join()
    e.is_set()
""",
    "barrier": """
def f(b): b.wait()
def g(b): b.wait()
def main():
    both(f, g, mp.Barrier(2))
""",
    "barrier, one killed": """
def f(b): b.wait()
def g(b): b.wait()
def main():
    b = mp.Barrier(2)
    p, q = begin(f, b), begin(g, b)
    p.terminate()
    q.join()
""",
}.items()}
