"""Tiny programs with process queues; for test_dpor_sound.py."""

START = """
import multiprocessing as mp
from queue import Empty, Full
def begin(function, *args):
    process = mp.Process(target=function, args=args, name=function.__name__)
    process.start()
    return process
def end(*processes):
    for process in processes: process.join()
"""

PROGRAMS = {name: START + source for name, source in {
    "mpqueue: one to one": """
def f(q): q.put(1); q.put(2)
def main():
    q = mp.Queue()
    p = begin(f, q)
    assert (q.get(), q.get()) == (1, 2)
    p.join()
""",
    "mpqueue: two producers": """
def f(q, n): q.put(n)
def main():
    q = mp.Queue()
    p, r = begin(f, q, 1), begin(f, q, 2)
    assert {q.get(), q.get()} == {1, 2}
    end(p, r)
""",
    "mpqueue: bounded": """
def f(q): q.put(1); q.put(2)
def main():
    q = mp.Queue(1)
    p = begin(f, q)
    q.get(); q.get()
    p.join()
""",
    "mpqueue: looks": """
def f(q): q.put(1)
def main():
    q = mp.Queue()
    p = begin(f, q)
    q.empty(), q.qsize(), q.full()
    p.join()
    q.empty()
""",
    "mpqueue: put and look": """
def main():
    q = mp.Queue()
    q.put(1)
    q.empty()
    q.get()
""",
    "mpqueue: get without waiting": """
def f(q): q.put(1)
def main():
    q = mp.Queue()
    p = begin(f, q)
    try: q.get_nowait()
    except Empty: pass
    p.join()
    try: q.get_nowait()
    except Empty: pass
""",
    "mpqueue: timeouts": """
def f(q):
    try: q.put(2, timeout=1)
    except Full: pass
def main():
    q = mp.Queue(1)
    q.put(1)
    p = begin(f, q)
    try: q.get(timeout=1)
    except Empty: pass
    p.join()
""",
    "mpqueue: join before drain": """
def f(q): q.put(bytes(70_000))
def main():
    q = mp.Queue()
    p = begin(f, q)
    p.join()
    q.get()
""",
    "mpqueue: changed after put": """
def f(q):
    items = [1]
    q.put(items)
    items.append(2)
def main():
    q = mp.Queue()
    p = begin(f, q)
    assert len(q.get()) in (1, 2)
    p.join()
""",
    "mpqueue: tasks": """
def f(q):
    q.get(); q.task_done()
def main():
    q = mp.JoinableQueue()
    p = begin(f, q)
    q.put(1)
    q.join()
    p.join()
""",
    "mpqueue: two workers on tasks": """
def f(q):
    q.get(); q.task_done()
def main():
    q = mp.JoinableQueue()
    p, r = begin(f, q), begin(f, q)
    q.put(1); q.put(2)
    q.join()
    end(p, r)
""",
    "mpqueue: producer killed": """
def f(q): q.put(1); q.put(2)
def main():
    q = mp.Queue()
    p = begin(f, q)
    p.kill()
    p.join()
    try: q.get_nowait()
    except Empty: pass
""",
    "mpqueue: consumer killed": """
def f(q): q.get()
def main():
    q = mp.Queue()
    p = begin(f, q)
    p.kill()
    q.put(1)
    q.get()
""",
    "mpqueue: left behind": """
def f(q): q.cancel_join_thread(); q.put(1)
def main():
    q = mp.Queue()
    p = begin(f, q)
    p.join()
    try: q.get_nowait()
    except Empty: pass
""",
    "mpqueue: simple": """
def f(q): q.put(1)
def main():
    q = mp.SimpleQueue()
    p = begin(f, q)
    q.empty()
    q.get()
    p.join()
""",
    "mpqueue: two threads put": """
import threading
def main():
    q = mp.Queue()
    threads = [threading.Thread(target=q.put, args=(n,)) for n in (1, 2)]
    for t in threads: t.start()
    end(*threads)
    q.get()
""",
    "mpqueue: two threads put into a bounded one": """
import threading
def main():
    q = mp.Queue(2)
    threads = [threading.Thread(target=q.put, args=(n,)) for n in (1, 2)]
    for t in threads: t.start()
    end(*threads)
    q.get()
""",
    "mpqueue: two get without waiting": """
def f(q): q.put(1); q.put(2)
def g(q):
    try: q.get_nowait()
    except Empty: pass
def main():
    q = mp.Queue()
    end(begin(f, q))
    p = begin(g, q)
    g(q)
    p.join()
""",
    "mpqueue: one waits, one looks": """
def f(q): q.get()
def main():
    q = mp.Queue()
    p = begin(f, q)
    q.put(1)
    try: q.get(timeout=1)
    except Empty: pass
""",
    "mpqueue: a large item is just taken": """
def f(q): q.get()
def main():
    q = mp.Queue()
    q.put(bytes(70_000)); q.put(1)
    p = begin(f, q)
    try: q.get_nowait()
    except Empty: pass
""",
    "mpqueue: closed and looked at": """
def main():
    q = mp.Queue()
    q.put(1)
    q.close()
    try: q.empty()
    except OSError: pass
    q.join_thread()
    try: q.empty()
    except OSError: pass
""",
    "mpqueue: simple, never fed": """
def main(): mp.SimpleQueue().get()
""",
    "mpqueue: simple, reader killed": """
def f(q): q.get()
def main():
    q = mp.SimpleQueue()
    p = begin(f, q)
    p.kill()
    q.put(1)
    q.get()
""",
    "mpqueue: simple, writer killed": """
def f(q): q.put(1)
def main():
    q = mp.SimpleQueue()
    p = begin(f, q)
    p.kill()
    q.put(2)
    q.get()
""",
    "mpqueue: two producers, one killed": """
def f(q): q.put(1)
def main():
    q = mp.Queue()
    p = begin(f, q)
    p.kill()
    q.put(2)
    q.get()
""",
    "mpqueue: ends while a thread gets": """
import threading
def f(q): threading.Thread(target=q.get, daemon=True).start()
def main():
    q = mp.Queue()
    p = begin(f, q)
    p.join()
    q.put(1)
    q.get()
""",
}.items()}
