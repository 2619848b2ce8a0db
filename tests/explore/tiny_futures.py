"""Tiny programs with futures and a ThreadPoolExecutor: each method and how its effect can be seen; for test_dpor_sound.py."""

HEAD = """
from concurrent.futures import *
"""

BODIES = {
    "future result": """
def main():
    f = Future(); box = Box(); box.x = 0
    def g(): box.x = 1; f.set_result(1); box.x = 2
    def h(): f.result(); box.x
    run(g, h, h)
""",
    "future set by two": """
def main():
    f = Future(); l = []
    def g(n):
        try: f.set_result(n)
        except InvalidStateError: l.append(n)
    run(lambda: g(1), lambda: g(2), lambda: f.result())
""",
    "future looked at": """
def main():
    f = Future()
    def g(): f.set_running_or_notify_cancel(); f.set_result(1)
    def h(): f.running(), f.done(), f.cancelled()
    run(g, h)
""",
    "future result with timeout": """
def main():
    f = Future(); box = Box(); box.x = 0
    def g(): box.x = 1; f.set_result(1)
    def h():
        try: f.result(1)
        except TimeoutError: box.x
    run(g, h)
""",
    "future result at once": """
def main():
    f = Future()
    def g(): f.set_exception(ValueError())
    def h():
        try: f.exception(0)
        except TimeoutError: f.exception()
    run(g, h)
""",
    "future cancelled or begun": """
def main():
    f = Future(); box = Box(); box.x = 0
    def g():
        if f.set_running_or_notify_cancel(): f.set_result(1)
        box.x = 1
    def h():
        try: f.result(); box.x
        except CancelledError: pass
    run(g, h, f.cancel)
""",
    "future callback": """
def main():
    f = Future(); l = []
    def g(): f.set_result(1)
    def h(): f.add_done_callback(lambda f: l.append(1))
    run(g, h, h)
""",
    "future callback under a lock": """
def main():
    f = Future(); a = threading.Lock()
    f.add_done_callback(lambda f: a.acquire())
    def g(): f.set_result(1)
    def h():
        with a: f.result()
    run(g, h)
""",
    "future callback and cancel": """
def main():
    f = Future(); l = []
    f.add_done_callback(lambda f: l.append(f.cancelled()))
    def g():
        try: f.set_result(1)
        except InvalidStateError: pass
    run(g, f.cancel)
""",
    "wait for all": """
def main():
    f, g = Future(), Future()
    run(lambda: f.set_result(1), lambda: g.set_result(1), lambda: wait([f, g]))
""",
    "wait for the first": """
def main():
    f, g = Future(), Future(); l = []
    def h(): l.append(len(wait([f, g], return_when=FIRST_COMPLETED).done))
    run(lambda: f.set_result(1), lambda: g.set_result(1), h)
""",
    "wait for the first exception": """
def main():
    f, g = Future(), Future(); l = []
    def h(): l.append(f in wait([f, g], return_when=FIRST_EXCEPTION).done)
    run(lambda: f.set_result(1), lambda: g.set_exception(KeyError()), h)
""",
    "wait with timeout": """
def main():
    f, g = Future(), Future(); l = []
    def h(): l.append(f in wait([f, g], 1).done)
    run(lambda: f.set_result(1), lambda: g.set_result(1), h)
""",
    "wait for a cancelled one": """
def main():
    f = Future()
    run(f.cancel, f.set_running_or_notify_cancel, lambda: wait([f]))
""",
    "as_completed": """
def main():
    f, g = Future(), Future(); l = []
    def h():
        for future in as_completed([f, g]): l.append(future is f)
    run(lambda: f.set_result(1), lambda: g.set_result(1), h)
""",
    "as_completed with timeout": """
def main():
    f, g = Future(), Future(); l = []
    def h():
        try:
            for future in as_completed([f, g], 1): l.append(future is f)
        except TimeoutError as e: l.append(str(e))
    run(lambda: f.set_result(1), lambda: g.set_result(1), h)
""",
    "as_completed of three, left early": """
def main():
    fs = [Future(), Future(), Future()]; l = []
    def h():
        for future in as_completed(fs): l.append(fs.index(future)); break
    run(*(lambda f=f: f.set_result(1) for f in fs), h)
""",
    "pool of one": """
def main():
    l = []
    with ThreadPoolExecutor(1) as p:
        p.submit(l.append, 1); p.submit(l.append, 2)
    assert l == [1, 2]
""",
    "pool of two": """
def main():
    l = []
    with ThreadPoolExecutor(2) as p:
        for i in range(2): p.submit(l.append, i)
""",
    "pool cancel": """
def main():
    l = []
    with ThreadPoolExecutor(1) as p:
        p.submit(l.append, 1); f = p.submit(l.append, 2)
        f.cancel()
""",
    "pool shutdown cancels": """
def main():
    l = []
    p = ThreadPoolExecutor(1)
    for i in range(3): p.submit(l.append, i)
    p.shutdown(cancel_futures=True)
    len(l)
""",
    "pool submit against shutdown": """
def main():
    l = []
    p = ThreadPoolExecutor(1)
    def f():
        try: p.submit(l.append, 1)
        except RuntimeError: pass
    run(f, f, p.shutdown)
    p.shutdown()
""",
    "pool nested": """
def main():
    with ThreadPoolExecutor(1) as p:
        p.submit(lambda: p.submit(int).result())
""",
    "pool nested in two": """
def main():
    with ThreadPoolExecutor(2) as p:
        def f(): p.submit(int).result()
        p.submit(f); p.submit(f)
""",
    "pool map and its order": """
def main():
    l = []
    with ThreadPoolExecutor(2) as p:
        for x in p.map(lambda x: l.append(x) or x, [1, 2]): len(l)
""",
    "pool initializer": """
def main():
    l = []
    with ThreadPoolExecutor(2, initializer=l.append, initargs=(0,)) as p:
        p.submit(int).result(); p.submit(int)
""",
    "pool initializer fails": """
def main():
    l = []
    def bad(): raise KeyError
    with ThreadPoolExecutor(2, initializer=bad) as p:
        try: p.submit(l.append, 1); p.submit(l.append, 2)
        except RuntimeError: pass
""",
    "pool worker dies": """
def main():
    l = []
    def bad(f): raise SystemExit
    with ThreadPoolExecutor(2) as p:
        f = p.submit(l.append, 1); f.add_done_callback(bad)
        p.submit(l.append, 2)
""",
    "pool as_completed": """
def main():
    l = []
    with ThreadPoolExecutor(2) as p:
        fs = [p.submit(int), p.submit(int)]
        for f in as_completed(fs): l.append(fs.index(f))
""",
    "pool left open": """
def main():
    l = []
    p = ThreadPoolExecutor(2)
    p.submit(l.append, 1); p.submit(l.append, 2)
""",
    "pool used after the end": """
def main():
    l = []
    p = ThreadPoolExecutor(1)
    def f():
        try: p.submit(l.append, 1)
        except RuntimeError: l.append(2)
    threading.Thread(target=f, name="t").start()
    p.submit(l.append, 0)
""",
}

PROGRAMS = {name: HEAD + body for name, body in BODIES.items()}
