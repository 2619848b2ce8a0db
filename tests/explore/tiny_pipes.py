"""Tiny programs with pipes; for test_dpor_sound.py."""

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
