"""Tiny programs with processes that are killed, end by themselves, or are looked at; for test_dpor_sound.py."""

START = """
import multiprocessing as mp, os, signal, sys
def begin(function, *args):
    process = mp.Process(target=function, args=args, name=function.__name__)
    process.start()
    return process
"""

PROGRAMS = {name: START + source for name, source in {
    "killed at a lock": """
def f(lock):
    with lock: pass
def main():
    lock = mp.Lock()
    p = begin(f, lock)
    p.terminate()
    p.join()
    lock.acquire()
""",
    "killed before a release": """
def f(gate):
    gate.release()
    gate.release()
def main():
    gate = mp.Semaphore(0)
    p = begin(f, gate)
    p.kill()
    p.join()
    assert gate.acquire(False) or p.exitcode == -9
""",
    "two children, one killed": """
def f(lock):
    with lock: pass
def g(lock):
    with lock: pass
def main():
    lock = mp.Lock()
    a, b = begin(f, lock), begin(g, lock)
    a.terminate()
    a.join()
    b.join()
""",
    "killed by its brother": """
def f(lock):
    with lock: pass
    lock.acquire()
def g(pid):
    os.kill(pid, signal.SIGKILL)
def main():
    lock = mp.Lock()
    a = begin(f, lock)
    b = begin(g, a.pid)
    b.join()
    a.join()
""",
    "signal with a handler": """
def f(gate, end):
    signal.signal(signal.SIGTERM, lambda number, frame: gate.release())
    end.acquire()
def main():
    gate, end = mp.Semaphore(0), mp.Semaphore(0)
    p = begin(f, gate, end)
    p.terminate()
    end.release()
    p.join()
    gate.acquire(False)
""",
    "handler that exits": """
def leave(number, frame): sys.exit(3)
def f(lock):
    signal.signal(signal.SIGTERM, leave)
    with lock: pass
def main():
    lock = mp.Lock()
    p = begin(f, lock)
    p.terminate()
    p.join()
    assert p.exitcode in (-15, 0, 3)
    with lock: pass
""",
    "looked at": """
def f(lock):
    with lock: pass
def main():
    lock = mp.Lock()
    p = begin(f, lock)
    alive = p.is_alive()
    code = p.exitcode
    p.join()
    assert not (not alive and code is None)
""",
    "join with a timeout": """
def f(lock):
    with lock: pass
def main():
    lock = mp.Lock()
    p = begin(f, lock)
    p.join(1)
    if p.exitcode is None:
        p.kill()
    p.join()
""",
    "hard exit under a thread": """
import threading
def other(lock):
    with lock: pass
def f(lock):
    threading.Thread(target=other, args=(lock,)).start()
    os._exit(2)
def main():
    lock = mp.Lock()
    p = begin(f, lock)
    p.join()
    lock.acquire()
""",
    "daemon thread in a child": """
import threading
def other(gate):
    gate.release()
    gate.release()
def f(gate):
    threading.Thread(target=other, args=(gate,), daemon=True).start()
def main():
    gate = mp.Semaphore(0)
    p = begin(f, gate)
    p.join()
    gate.acquire(False)
""",
    "non-daemon thread in a child": """
import threading
def other(gate):
    gate.release()
def f(gate):
    threading.Thread(target=other, args=(gate,)).start()
def main():
    gate = mp.Semaphore(0)
    p = begin(f, gate)
    p.join()
    assert gate.acquire(False)
""",
    "killed twice": """
def f(lock):
    with lock: pass
def main():
    lock = mp.Lock()
    p = begin(f, lock)
    p.terminate()
    p.kill()
    p.join()
""",
}.items()}
