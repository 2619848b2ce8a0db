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
    "value added to": """
def f(v): v.value += 1
def g(v): v.value += 1
def main():
    v = mp.Value("i", 0)
    both(f, g, v)
    assert v.value == 2
""",
    "value under its lock": """
def f(v):
    with v.get_lock(): v.value += 1
def g(v):
    with v.get_lock(): v.value += 1
def main():
    v = mp.Value("i", 0)
    both(f, g, v)
    assert v.value == 2
""",
    "value read while it is held": """
def f(v):
    with v.get_lock():
        v.value = 1
        v.value = 2
def g(v):
    assert v.value != 1
    v.get_obj().value
def main():
    both(f, g, mp.Value("i", 0))
""",
    "value, lock looked at": """
def f(v): v.value += 1
def g(v): v.get_lock().acquire(False)
def main():
    both(f, g, mp.Value("i", 0))
""",
    "value with a plain lock, held": """
def f(v):
    with v.get_lock(): v.value
def g(v): v.value = 1
def main():
    both(f, g, mp.Value("i", 0, lock=mp.Lock()))
""",
    "value's holder killed": """
def f(v): v.value = 1
def main():
    v = mp.Value("i", 0)
    p = begin(f, v)
    p.terminate()
    p.join()
    v.value
""",
    "array, different elements": """
def f(a): a[0] += 1
def g(a): a[1] += 1
def main():
    a = mp.Array("i", 2, lock=False)
    both(f, g, a)
    assert a[:] == [1, 1]
""",
    "array, slice against element": """
def f(a): a[:] = [1, 1]
def g(a):
    assert a[0] >= a[1]
def main():
    both(f, g, mp.RawArray("i", 2))
""",
    "array, locked slices": """
def f(a): a[:] = [1, 1]
def g(a):
    x, y = a[:]
    assert x == y
def main():
    both(f, g, mp.Array("i", 2))
""",
    "string": """
def f(a): a.value = b"ab"
def g(a): a.value, a[1]
def main():
    both(f, g, mp.Array("c", 4))
""",
    "shared memory": """
from multiprocessing.shared_memory import SharedMemory
def f(m):
    m.buf[0] = 1
    m.buf[1] = 1
def g(m):
    bytes(m.buf)
    m.buf[1] = 2
def main():
    m = SharedMemory(create=True, size=12)
    both(f, g, m)
    m.unlink()
""",
    "shared memory unlinked too soon": """
from multiprocessing.shared_memory import SharedMemory
def f(name): SharedMemory(name).buf[0] = 1
def main():
    m = SharedMemory("a", create=True, size=1)
    p = begin(f, "a")
    m.unlink()
    p.join()
    assert m.buf[0] == 1 or p.exitcode
""",
    "two make the same segment": """
from multiprocessing.shared_memory import SharedMemory
def f():
    try: SharedMemory("a", create=True, size=1)
    except FileExistsError: SharedMemory("a")
def g():
    try: SharedMemory("a", create=True, size=1)
    except FileExistsError: SharedMemory("a").unlink()
def main():
    both(f, g)
""",
    "shareable list": """
from multiprocessing.shared_memory import ShareableList
def main():
    l = ShareableList([1])
    def f(): l[0] = None
    def g(): l[0]
    run(f, g)
""",
}.items()}
