"""Small programs on ``concurrent.futures``, for test_futures.py: they leave what they see in ``out``."""

HEAD = """
import threading, time
import concurrent.futures
from concurrent.futures import *
from concurrent.futures.thread import BrokenThreadPool
out = []
def tell(f, *args, **kwargs):
    "What a call returns or raises."
    try: out.append(f(*args, **kwargs))
    except BaseException as e: out.append((type(e).__name__, str(e), type(e.__cause__).__name__))
def boom(*args): raise KeyError(*args)
def refuse(f): raise ValueError
"""

# Each snippet runs on the real library and on the machine; ``out`` must be the same, addresses apart.
SNIPPETS = {
    "result": """
f = Future(); f.set_result(3); tell(f.result); tell(f.exception); tell(f.result, timeout=0)
""",
    "exception": """
f = Future(); f.set_exception(KeyError(1)); tell(f.result); tell(f.exception); tell(f.result, 5)
out.append(f.exception() is f.exception())
""",
    "not done": """
f = Future(); tell(f.result, 0); tell(f.exception, 0.01); tell(f.result, timeout=-1); tell(f.result, 'x')
""",
    "looks": """
f = Future()
def look(): out.append((f.done(), f.running(), f.cancelled(), f._state, repr(f)))
look(); f.set_running_or_notify_cancel(); look(); tell(f.cancel); f.set_result(None); look(); tell(f.cancel)
""",
    "repr": """
f = Future(); f.set_exception(KeyError()); g = Future(); g.cancel(); out.append((repr(f), repr(g)))
""",
    "set twice": """
f = Future(); f.set_result([1]); tell(f.set_result, 2); tell(f.set_exception, KeyError()); tell(f.result)
""",
    "set after cancel": """
f = Future(); tell(f.cancel); tell(f.set_result, 1); tell(f.cancel); tell(f.set_running_or_notify_cancel)
tell(f.set_exception, KeyError()); tell(f.set_running_or_notify_cancel); tell(f.result); tell(f.exception)
""",
    "begin twice": """
f = Future(); tell(f.set_running_or_notify_cancel); tell(f.set_running_or_notify_cancel)
f.set_result(1); tell(f.set_running_or_notify_cancel)
""",
    "callbacks": """
f = Future()
for i in range(3): f.add_done_callback(lambda f, i=i: out.append((i, f.result())))
f.set_result('r'); f.add_done_callback(lambda f: out.append(f.done()))
""",
    "callback raises": """
f = Future(); f.add_done_callback(refuse); f.add_done_callback(lambda f: out.append(1))
tell(f.set_result, 2); tell(f.add_done_callback, refuse)
""",
    "callback exits": """
def leave(f): raise SystemExit(3)
f = Future(); f.add_done_callback(leave)
f.add_done_callback(out.append); tell(f.set_result, 2); tell(f.add_done_callback, leave)
""",
    "callback of a cancelled one": """
f = Future(); f.add_done_callback(lambda f: out.append(f.cancelled())); f.cancel(); f.cancel()
""",
    "callback uses the future": """
f = Future(); f.add_done_callback(lambda g: g.add_done_callback(lambda h: out.append(h.result())))
f.set_result(1)
""",
    "subclass": """
class F(Future):
    def set_result(self, x): super().set_result(x * 2)
f = F(); f.key = f.label = f.state = 1; f.set_result(2); tell(f.result); out.append(repr(f)); f[int] if 0 else Future[int]
""",
    "wait": """
f, g = Future(), Future(); f.set_result(1); d = wait([f, g, f], timeout=0)
out.append((d.done == {f}, d.not_done == {g}, type(d).__name__, len(d)))
d, n = wait([f, g], return_when=FIRST_COMPLETED); out.append((d == {f}, n == {g})); out.append(len(wait([]).done))
""",
    "wait for exception": """
f, g = Future(), Future(); f.set_exception(KeyError())
out.append(wait((f, g), return_when=FIRST_EXCEPTION).not_done == {g})
""",
    "wait refuses": """
f = Future(); tell(wait, [f], 0, 'SOME'); tell(wait, [1]); tell(wait, 1); tell(wait, [[]])
f.set_result(1); tell(wait, [f], 0, 'SOME')
""",
    "wait overlooks a cancelled one": """
f = Future(); f.cancel(); out.append(len(wait([f], 0.01).done)); f.set_running_or_notify_cancel()
out.append(len(wait([f], 0.01).done))
""",
    "as_completed": """
f, g = Future(), Future(); f.set_result(1); i = as_completed([f, g, f], timeout=0.01)
out.append(next(i) is f); tell(next, i); tell(next, i); out.append(list(as_completed([])))
""",
    "as_completed refuses": """
tell(list, as_completed([1]))
""",
    "as_completed of a cancelled one": """
f = Future(); f.cancel(); tell(list, as_completed([f], 0.01)); f.set_running_or_notify_cancel()
out.append(len(list(as_completed([f]))))
""",
    "executor": """
class E(Executor):
    def submit(self, fn, /, *args, **kwargs):
        f = Future(); f.set_result(fn(*args)); return f
with E() as e: out.append(list(e.map(pow, [2, 3], [3, 2, 9]))); out.append(e.submit(abs, -1).result())
tell(Executor().submit, abs, 1); tell(Executor().shutdown); tell(e.map, len, [1]); tell(e.map, abs, 3)
""",
    "submit": """
with ThreadPoolExecutor(2) as p: f = p.submit(pow, 2, exp=3); g = p.submit(boom, 1); h = p.submit(boom)
tell(f.result); tell(g.result); tell(h.exception().__str__); out.append((f.done(), f.running(), f.cancel(), repr(g)))
""",
    "submit refuses": """
p = ThreadPoolExecutor(1); tell(p.submit); p.shutdown(); tell(p.submit, abs, 1); tell(p.map, abs, [1]); p.shutdown()
""",
    "BaseException": """
def leave(): raise SystemExit(4)
with ThreadPoolExecutor(1) as p: tell(p.submit(leave).result); tell(p.submit(int).result)
""",
    "max_workers": """
for n in (0, -1, 'a', None, 3): tell(lambda: ThreadPoolExecutor(n).shutdown()); out.append(ThreadPoolExecutor(7)._max_workers)
""",
    "initializer": """
l = threading.local()
def set(x): l.x = x
with ThreadPoolExecutor(1, initializer=set, initargs=(5,)) as p:
    tell(p.submit(lambda: l.x).result); tell(ThreadPoolExecutor, 1, initializer=3)
""",
    "initializer fails": """
p = ThreadPoolExecutor(1, initializer=boom); tell(p.submit(int).result)
tell(p.submit, int); p.shutdown()
tell(p.submit, int)
""",
    "names": """
with ThreadPoolExecutor(1, 'mine') as p: tell(p.submit(lambda: threading.current_thread().name).result)
out.append(p._thread_name_prefix)
""",
    "map": """
with ThreadPoolExecutor(2) as p:
    out.append(list(p.map(pow, [2, 3, 4], [1, 2]))); i = p.map(boom, [1, 2])
    tell(next, i); tell(next, i); tell(p.map, abs, [1], buffer=3); out.append(list(p.map(abs, [-1], chunksize=9)))
""",
    "map with timeout": """
e = threading.Event()
with ThreadPoolExecutor(1) as p:
    i = p.map(lambda x: x or e.wait(), [5, 0, 1], timeout=0.1)
    tell(next, i); tell(next, i); tell(next, i); e.set()
""",
    "map cancels the rest": """
e = threading.Event()
with ThreadPoolExecutor(1) as p:
    i = p.map(lambda x: out.append(x) or e.wait(), [5, 6, 7], timeout=0.1)
    tell(next, i); e.set()
""",
    "shutdown cancels": """
e = threading.Event(); s = threading.Event(); p = ThreadPoolExecutor(1)
f = p.submit(lambda: s.set() or e.wait())
s.wait(); g = p.submit(int); p.shutdown(wait=False, cancel_futures=True)
out.append((f.running(), g.cancelled(), g._state)); e.set(); f.result(); tell(p.submit, int)
""",
    "a worker joins itself": """
p = ThreadPoolExecutor(1); tell(p.submit(p.shutdown).result)
""",
    "exception keeps its identity": """
k = KeyError(1)
def f(): raise k
with ThreadPoolExecutor(1) as p: out.append(p.submit(f).exception() is k)
""",
    "errors": """
out += [c.__mro__[1].__name__ for c in (CancelledError, BrokenExecutor, BrokenThreadPool)]
out += [FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, concurrent.futures.TimeoutError is TimeoutError]
""",
}

# Their ``out`` depends on the schedule.
OUTCOMES = {
    "who runs what": """
with ThreadPoolExecutor(2, 'p') as p:
    out += p.map(lambda x: (x, threading.current_thread().name), [1, 2, 3])
""",
    "order of completion": """
with ThreadPoolExecutor(3) as p:
    fs = [p.submit(pow, x, 2) for x in range(3)]
    out += [f.result() for f in as_completed(fs)]
""",
    "cancel or run": """
with ThreadPoolExecutor(1) as p:
    fs = [p.submit(out.append, x) for x in range(3)]
    out.append([f.cancel() for f in fs])
""",
    "the first to finish": """
with ThreadPoolExecutor(2) as p:
    fs = [p.submit(pow, x, 2) for x in range(2)]
    done = wait(fs, return_when=FIRST_COMPLETED).done
    out += [f in done for f in fs]
""",
    "shutdown and who is thrown out": """
p = ThreadPoolExecutor(1)
fs = [p.submit(int) for x in range(3)]
p.shutdown(cancel_futures=True)
out += [f.cancelled() for f in fs]
""",
    "callback here or there": """
with ThreadPoolExecutor(1, 'p') as p:
    f = p.submit(int)
    f.add_done_callback(lambda f: out.append(threading.current_thread().name))
""",
    "how often the initializer runs": """
with ThreadPoolExecutor(2, initializer=out.append, initargs=(0,)) as p:
    p.submit(int).result(); p.submit(int)
""",
}
