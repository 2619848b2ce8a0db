"""Tiny programs with Pool and ThreadPool; for test_dpor_sound.py."""

HEAD = """
import os, signal, sys
from multiprocessing import Pool, TimeoutError
from multiprocessing.pool import ThreadPool
def work(x=0): return x
def fail(x=0): raise KeyError(x)
def die(x=0): os._exit(1)
def stop():
    "Wait for ever, so that nothing more happens: to end a pool takes many steps in any order."
    lock = threading.Lock()
    lock.acquire(); lock.acquire()
"""

PROGRAMS = {f"pool: {name}": HEAD + body for name, body in {
    "map of two processes": """
def main():
    with Pool(2) as p: p.map(work, [1, 2])
""",
    "map of threads with a failure": """
def main():
    with ThreadPool(2) as p:
        try: p.map(fail, [1, 2])
        except KeyError as e: assert e.args == (1,)
""",
    "threads and shared data": """
def main():
    l = []
    with ThreadPool(2) as p:
        r = p.map_async(l.append, [1, 2])
        len(l)
        r.get()
""",
    "close and join": """
def main():
    l = []
    p = ThreadPool(2)
    p.apply_async(l.append, (1,)); p.apply_async(l.append, (2,))
    p.close(); p.join()
    len(l)
""",
    "close and join of processes": """
def main():
    p = Pool(2)
    r = p.apply_async(work)
    p.close(); p.join(); r.get()
""",
    "imap": """
def main():
    with ThreadPool(2) as p:
        for x in p.imap(work, [1, 2, 3]): pass
""",
    "imap_unordered": """
def main():
    with Pool(2) as p:
        assert list(p.imap_unordered(work, [1, 2])) == [1, 2]
""",
    "ready": """
def main():
    p = ThreadPool(1)
    r = p.apply_async(work)
    r.ready()
    stop()
""",
    "get with timeout": """
def main():
    p = ThreadPool(1)
    r = p.apply_async(work)
    try: r.get(1)
    except TimeoutError: pass
    stop()
""",
    "callback ends the handler": """
def main():
    p = ThreadPool(1)
    a = p.apply_async(work, callback=sys.exit)
    b = p.apply_async(work)
    b.get()
""",
    "a worker dies": """
def main():
    with Pool(1) as p:
        r = p.apply_async(die)
        p.apply(work)
        r.get()
""",
    "a thread dies": """
def main():
    p = ThreadPool(1)
    p.apply_async(sys.exit); r = p.apply_async(work)
    p.close()
    r.get()
    p.join()
""",
    "a worker is killed": """
def main():
    with Pool(1) as p:
        os.kill(p.apply(os.getpid), signal.SIGKILL)
        p.apply(work)
""",
    "maxtasksperchild": """
def main():
    with Pool(1, maxtasksperchild=1) as p:
        p.map(work, [1, 2])
        p.close(); p.join()
""",
    "maxtasksperchild and two": """
def main():
    with Pool(2, maxtasksperchild=1) as p:
        p.map(work, [1, 2])
""",
    "cannot be pickled": """
def main():
    with Pool(1) as p:
        r = p.map_async(work, [1, lambda: 0], chunksize=1)
        try: r.get()
        except Exception: pass
""",
    "nested": """
def main():
    p = ThreadPool(2)
    def f(): p.apply(work)
    p.apply(f)
    stop()
""",
    "initializer with a lock": """
def main():
    lock = threading.Lock(); l = []
    def begin():
        with lock: l.append(0)
    with ThreadPool(2, begin) as p: p.apply(work)
    p.join()
""",
    "imap of a generator": """
def main():
    l = []
    def numbers():
        l.append(0); yield 1
        l.append(1); yield 2
    with ThreadPool(1) as p:
        for x in p.imap(l.append, numbers()): len(l)
    p.join()
""",
    "next with timeout": """
def main():
    p = ThreadPool(1)
    i = p.imap(work, [1])
    try: i.next(timeout=1)
    except TimeoutError: pass
    stop()
""",
    "callback after a call without": """
def main():
    l = []
    p = ThreadPool(1)
    a = p.apply_async(work)
    b = p.apply_async(work, callback=l.append)
    a.get(); len(l)
    stop()
""",
}.items()}

# Too large to try every choice at every point: some are tried in test_pools.py.
LARGE = {name: HEAD + body for name, body in {
    "terminate threads at work": """
def main():
    l = []
    p = ThreadPool(1)
    r = p.apply_async(l.append, (1,))
    p.terminate()
    p.join()
    r.get()
""",
    "two take from one imap": """
def main():
    p = ThreadPool(1)
    i = p.imap(work, [1])
    def f():
        for x in i: pass
    run(f, f)
    stop()
""",
    "callbacks": """
def main():
    l = []
    p = ThreadPool(2)
    a = p.apply_async(work, callback=l.append)
    b = p.apply_async(fail, error_callback=lambda e: l.append(1))
    a.wait(); len(l)
    stop()
""",
    "terminate a process at work": """
def main():
    p = Pool(1)
    r = p.apply_async(work)
    p.terminate()
    r.get()
    stop()
""",
    "terminate two processes at work": """
def main():
    with Pool(2) as p:
        p.apply_async(work).get()
        p.apply_async(work)
""",
    "one of two workers dies": """
def main():
    p = Pool(2)
    p.apply_async(die)
    p.apply_async(work).get()
""",
    "submit against close": """
def main():
    p = ThreadPool(1)
    def f():
        try: p.apply_async(work).get()
        except ValueError: pass
    run(f, p.close)
    p.join()
""",
    "submit against terminate": """
def main():
    p = ThreadPool(1)
    def f():
        try: p.apply_async(work)
        except ValueError: pass
    run(f, p.terminate)
    p.join()
""",
}.items()}
