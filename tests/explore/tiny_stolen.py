"""Tiny programs in which a lock is released by another task than its owner; for test_dpor_sound.py."""

PROGRAMS = {
    "stolen: released by both": """
def main():
    a = threading.Lock()
    def f():
        a.acquire()
        try: a.release()
        except RuntimeError: pass
    def g():
        try: a.release()
        except RuntimeError: pass
    run(f, g)
""",
    "stolen: and taken by a third": """
def main():
    a = threading.Lock()
    def f():
        a.acquire()
        try: a.release()
        except RuntimeError: pass
    def g():
        try: a.release()
        except RuntimeError: pass
    run(f, g, lambda: a.acquire(timeout=1))
""",
    "stolen: let go of by another's wait": """
def main():
    c = threading.Condition(threading.Lock())
    def f():
        try: c.wait(timeout=1)
        except RuntimeError: pass
    def g():
        try:
            with c: c.notify()
        except RuntimeError: pass
    run(f, g)
""",
    "stolen: both wait": """
def main():
    c = threading.Condition(threading.Lock())
    def f():
        try: c.wait(timeout=1)
        except RuntimeError: pass
    def g():
        try:
            with c: c.wait()
        except RuntimeError: pass
    run(f, g)
""",
    "stolen: before the owner waits": """
def main():
    c = threading.Condition(threading.Lock())
    def f():
        c.acquire()
        try: c.wait()
        except RuntimeError: pass
    def g():
        try: c.release()
        except RuntimeError: pass
    run(f, g, lambda: c.acquire())
""",
}
