"""Tiny programs on ``threading``: looks without waiting, time limits, wake-ups and releases that nobody waits for."""

PROGRAMS = {
    "locked() by the holder": """
def main():
    lock = threading.Lock(); l = []
    def f():
        with lock: l.append(lock.locked())
    run(f, f)
""",
    "lock try by the holder": """
def main():
    lock = threading.Lock(); l = []
    def f():
        with lock: l.append(lock.acquire(False))
    run(f, f)
""",
    "rlock try": """
def main():
    lock = threading.RLock(); l = []
    def f():
        with lock:
            with lock: l.append(0)
    def g():
        if lock.acquire(blocking=False): l.append(1); lock.release()
    run(f, g)
""",
    "lock timeout, two impatient": """
def main():
    lock = threading.Lock(); l = []
    def f():
        if lock.acquire(timeout=1): l.append(1); lock.release()
    run(f, f)
""",
    "semaphore try at zero": """
def main():
    s = threading.Semaphore(1); l = []
    def f():
        s.acquire(); l.append(s.acquire(blocking=False)); s.release()
    run(f, f)
""",
    "semaphore timeout": """
def main():
    s = threading.Semaphore(0); l = []
    def f(): l.append(s.acquire(timeout=1))
    def g(): s.release()
    run(f, g)
""",
    "semaphore counter read at zero": """
def main():
    s = threading.Semaphore(1)
    def f(): s.acquire(); s._value; s.release()
    run(f, f)
""",
    "semaphore releases nobody waits for": """
def main():
    s = threading.Semaphore(0); l = []
    def f(): s.release(2); l.append(s.acquire(blocking=False))
    def g(): s.release()
    run(f, g)
""",
    "bounded semaphore released by two": """
def main():
    s = threading.BoundedSemaphore(1); s.acquire(); l = []
    def f():
        try: s.release(); l.append(1)
        except ValueError: l.append(2)
    run(f, f)
""",
    "condition notify before wait": """
def main():
    c = threading.Condition(threading.Lock())
    def f():
        with c: c.wait()
    def g():
        with c: c.notify()
    run(f, g)
""",
    "condition two patient, two notified": """
def main():
    c = threading.Condition(); l = []
    def f():
        with c: l.append(c.wait(1))
    def g():
        with c: c.notify(2)
    run(f, f, g)
""",
    "condition wait_for with timeout": """
def main():
    c = threading.Condition(); box = Box(); box.n = 0
    def f():
        with c: c.wait_for(lambda: box.n, 1)
    def g():
        with c: box.n = 1; c.notify()
    run(f, g)
""",
    "condition with a semaphore": """
def main():
    c = threading.Condition(threading.Semaphore(1)); box = Box(); box.n = 0
    def f():
        with c:
            if not box.n: c.wait(1)
    def g():
        with c: box.n = 1; c.notify()
    run(f, g)
""",
    "event clear": """
def main():
    e = threading.Event(); e.set(); l = []
    def f(): l.append(e.is_set()); e.wait(1)
    def g(): e.clear()
    run(f, g)
""",
    "event set by two": """
def main():
    e = threading.Event()
    def f(): e.wait()
    def g(): e.set(); e.clear()
    run(f, g, g)
""",
    "barrier abort": """
def main():
    b = threading.Barrier(2); l = []
    def f():
        try: l.append(b.wait())
        except threading.BrokenBarrierError: l.append(9)
    run(f, f, b.abort)
""",
    "barrier reset": """
def main():
    b = threading.Barrier(2); l = []
    def f():
        try: b.wait(1)
        except threading.BrokenBarrierError: l.append(9)
    run(f, f, b.reset)
""",
    "barrier reset while it drains": """
def main():
    b = threading.Barrier(2)
    def f(): b.wait()
    def g(): b.wait(); b.reset()
    def h():
        try: b.wait(1)
        except threading.BrokenBarrierError: pass
    run(f, g, h)
""",
    "barrier timeout": """
def main():
    b = threading.Barrier(2, timeout=1); l = []
    def f():
        try: b.wait()
        except threading.BrokenBarrierError: l.append(1)
    run(f, f)
    b.broken
""",
    "barrier action": """
def main():
    box = Box(); box.n = 0
    def action(): box.n += 1
    b = threading.Barrier(2, action)
    def f(): b.wait(); box.n
    def g(): box.n
    run(f, f, g)
""",
    "barrier n_waiting": """
def main():
    b = threading.Barrier(2)
    def f(): b.wait()
    def g(): b.n_waiting
    run(f, f, g)
""",
    "timer cancelled by another": """
def main():
    l = []
    t = threading.Timer(1, l.append, [1]); t.name = "timer"
    def f(): t.cancel()
    t.start(); run(f); t.join()
""",
    "join with timeout by two": """
def main():
    box = Box(); box.x = 0
    def f(): box.x = 1
    t = threading.Thread(target=f, name="t"); t.start()
    def g(): t.join(1); t.is_alive()
    run(g, g)
    t.join()
""",
    "join before the start": """
def main():
    box = Box(); box.x = 0
    def f(): box.x = 1
    t = threading.Thread(target=f, name="t")
    def g():
        try: t.join(); box.x
        except RuntimeError: pass
    s = threading.Thread(target=g, name="s"); s.start()
    t.start(); t.join(); s.join()
""",
    "is_alive before the start": """
def main():
    t = threading.Thread(target=int, name="t")
    def g(): t.is_alive()
    s = threading.Thread(target=g, name="s"); s.start()
    t.start(); t.join(); s.join()
""",
    "active_count": """
def main():
    def f(): threading.active_count()
    run(f, f)
""",
    "renamed while it runs": """
def main():
    def f(): threading.current_thread().name
    t = threading.Thread(target=f, name="t"); t.start(); t.name = "u"; t.join()
""",
    "a hook for exceptions": """
def main():
    l = []
    threading.excepthook = lambda args: l.append(args.thread.name)
    def f(): raise ValueError
    run(f, f)
""",
}
