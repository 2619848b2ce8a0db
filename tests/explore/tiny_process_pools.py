"""Tiny programs with a ProcessPoolExecutor; for test_dpor_sound.py."""

HEAD = """
from concurrent.futures import *
import os
def work(): pass
def die(): os._exit(1)
def fail(): raise KeyError
"""

PROGRAMS = {f"process pool: {name}": HEAD + body for name, body in {
    "one call": """
def main():
    with ProcessPoolExecutor(1) as p: p.submit(work).result()
""",
    "one worker, two calls": """
def main():
    with ProcessPoolExecutor(1) as p: p.submit(work); p.submit(fail)
""",
    "two workers, one call": """
def main():
    l = []
    p = ProcessPoolExecutor(2)
    p.submit(work).add_done_callback(l.append)
    p.shutdown(wait=False)
    len(l)
    p.shutdown()
""",
    "a worker dies": """
def main():
    p = ProcessPoolExecutor(1)
    f = p.submit(die)
    try: p.submit(work).exception()
    except RuntimeError: pass
    p.shutdown()
""",
    "one of two workers dies": """
def main():
    p = ProcessPoolExecutor(2)
    p.submit(die)
    try: p.submit(work).exception()
    except RuntimeError: pass
    p.shutdown()
""",
    "cancel": """
def main():
    with ProcessPoolExecutor(1) as p:
        fs = [p.submit(work) for _ in range(2)]
        fs[1].cancel()
""",
    "shutdown cancels": """
def main():
    p = ProcessPoolExecutor(1)
    fs = [p.submit(work) for _ in range(2)]
    p.shutdown(cancel_futures=True)
""",
    "shutdown cancels, then does not": """
def main():
    p = ProcessPoolExecutor(1)
    fs = [p.submit(work) for _ in range(2)]
    p.shutdown(False, cancel_futures=True)
    p.shutdown()
""",
    "cannot be pickled": """
def main():
    with ProcessPoolExecutor(1) as p: p.submit(lambda: 0)
""",
    "the initializer fails": """
def main():
    with ProcessPoolExecutor(1, initializer=fail) as p:
        p.submit(work)
""",
    "one call for each worker": """
def main():
    with ProcessPoolExecutor(1, max_tasks_per_child=1) as p:
        p.submit(work); p.submit(work)
""",
    "a callback that submits": """
def main():
    with ProcessPoolExecutor(1) as p:
        def again(f):
            try: p.submit(work)
            except RuntimeError: pass
        p.submit(work).add_done_callback(again)
""",
}.items()}
