"""Tiny programs with pipes and process queues; for test_dpor_sound.py."""

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
    "pipe: one message": """
def f(conn): conn.send(1)
def main():
    a, b = mp.Pipe()
    p = begin(f, b)
    assert a.recv() == 1
    p.join()
""",
    "pipe: two writers": """
def f(conn, n): conn.send(n)
def main():
    r, w = mp.Pipe(False)
    p, q = begin(f, w, 1), begin(f, w, 2)
    assert {r.recv(), r.recv()} == {1, 2}
    end(p, q)
""",
    "pipe: end of file": """
def f(conn): conn.send(1)
def main():
    r, w = mp.Pipe(False)
    p = begin(f, w)
    w.close()
    r.recv()
    try: r.recv()
    except EOFError: pass
    p.join()
""",
    "pipe: end not closed": """
def f(conn): conn.send(1)
def main():
    r, w = mp.Pipe(False)
    p = begin(f, w)
    r.recv()
    try: r.recv()
    except EOFError: pass
""",
    "pipe: no reader left": """
def f(conn):
    try: conn.send(1)
    except BrokenPipeError: pass
def main():
    r, w = mp.Pipe(False)
    p = begin(f, w)
    r.close()
    p.join()
""",
    "pipe: poll": """
def f(conn): conn.send(1)
def main():
    r, w = mp.Pipe(False)
    p = begin(f, w)
    if r.poll(): r.recv()
    p.join()
""",
    "pipe: poll with a timeout": """
def f(conn): conn.send(1); conn.close()
def main():
    r, w = mp.Pipe(False)
    p = begin(f, w)
    w.close()
    r.poll(1)
    p.join()
""",
    "pipe: both ways": """
def f(conn): conn.send(conn.recv() + 1)
def main():
    a, b = mp.Pipe()
    p = begin(f, b)
    a.send(1)
    assert a.recv() == 2
    p.join()
""",
    "pipe: more than it holds": """
def f(conn): conn.send_bytes(bytes(70_000))
def main():
    r, w = mp.Pipe(False)
    p = begin(f, w)
    r.recv_bytes()
    p.join()
""",
    "pipe: joined before it is read": """
def f(conn): conn.send_bytes(bytes(70_000))
def main():
    r, w = mp.Pipe(False)
    p = begin(f, w)
    p.join()
    r.recv_bytes()
""",
    "pipe: both send much": """
def f(conn): conn.send_bytes(bytes(70_000)); conn.recv_bytes()
def main():
    a, b = mp.Pipe()
    p = begin(f, b)
    f(a)
    p.join()
""",
    "pipe: writer killed": """
def f(conn): conn.send(1); conn.send(2)
def main():
    r, w = mp.Pipe(False)
    p = begin(f, w)
    w.close()
    p.kill()
    try: r.recv(); r.recv()
    except EOFError: pass
    p.join()
""",
    "pipe: wait for either": """
from multiprocessing.connection import wait
def f(conn, n): conn.send(n)
def main():
    r, w = mp.Pipe(False)
    s, x = mp.Pipe(False)
    p, q = begin(f, w, 1), begin(f, x, 2)
    for conn in wait([r, s]): conn.recv()
    end(p, q)
""",
    "pipe: wait for the end": """
from multiprocessing.connection import wait
def f(lock):
    with lock: pass
def main():
    lock = mp.Lock()
    p, q = begin(f, lock), begin(f, lock)
    wait([p.sentinel, q.sentinel])
    end(p, q)
""",
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
    "pipe: an end through a queue": """
def main():
    q = mp.Queue()
    r, w = mp.Pipe(False)
    q.put(w)
    w.close()
    got = q.get()
    got.send(5)
    got.close()
    assert r.recv() == 5
    try: r.recv()
    except EOFError: pass
""",
    "pipe: sent by a process that ends": """
def f(conn):
    r, w = mp.Pipe(False)
    w.send(1)
    conn.send(r)
    if conn.poll(1): conn.recv()
def main():
    a, b = mp.Pipe()
    p = begin(f, b)
    try: a.recv().recv()
    except (FileNotFoundError, ConnectionRefusedError): pass
    a.send(0)
    p.join()
""",
    "pipe: closed with unread data": """
def f(conn): conn.poll(); conn.close()
def main():
    a, b = mp.Pipe()
    p = begin(f, b)
    b.close()
    try: a.send(1)
    except BrokenPipeError: pass
    try: a.recv()
    except (ConnectionResetError, EOFError): pass
    p.join()
""",
}.items()}
