"""Snippets on ThreadPool and multiprocessing.dummy; ``test_pools.py`` runs them on the real library and on the machine."""

HEAD = """
import sys, threading, time
import multiprocessing.dummy as dummy
from multiprocessing import TimeoutError
from multiprocessing.pool import *
from multiprocessing.pool import AsyncResult, MapResult, IMapIterator
out = []
def tell(f, *args, **kwargs):
    "What a call returns or raises."
    try: out.append(f(*args, **kwargs))
    except BaseException as e: out.append((type(e).__name__, str(e), type(e.__cause__).__name__))
def boom(*args): raise KeyError(*args)
def square(x): return x * x
def numbers(n, error=None):
    yield from range(n)
    if error: raise error
class Sized:
    def __init__(self, n, error=None): self.n, self.error = n, error
    def __len__(self): return self.n
    def __iter__(self): return numbers(self.n - bool(self.error), self.error)
"""

# Each snippet runs on the real library and on the machine; ``out`` must be the same, addresses apart.
SNIPPETS = {
    "apply": """
with ThreadPool(2) as p:
    tell(p.apply, pow, (2, 3))
    tell(p.apply, int, ['7'], {'base': 8})
    tell(p.apply, boom, (1,))
    tell(p.apply, 3)
""",
    "apply_async": """
with ThreadPool(2) as p:
    r = p.apply_async(pow, (2, 3))
    tell(r.get)
    tell(r.ready)
    tell(r.successful)
    tell(r.wait)
    tell(r.get, 0)
    r = p.apply_async(boom)
    r.wait()
    tell(r.get)
    tell(r.successful)
    tell(r.get)
    out.append(type(r).__name__)
""",
    "not ready": """
e = threading.Event()
p = ThreadPool(1)
r = p.apply_async(e.wait)
tell(r.ready)
tell(r.successful)
tell(r.get, 0)
tell(r.get, timeout=0.01)
tell(r.get, -1)
tell(r.wait, 0)
e.set()
tell(r.get)
p.close()
p.join()
""",
    "exception keeps its identity": """
k = KeyError(1)

def f():
    raise k
with ThreadPool(1) as p:
    try:
        p.apply(f)
    except KeyError as e:
        out.append(e is k)
""",
    "map": """
with ThreadPool(1) as p:
    tell(p.map, square, range(5))
    tell(p.map, square, numbers(3))
    tell(p.map, square, [])
    tell(p.map, square, 'ab')
    tell(p.map, square, [1, 2, 3], 2)
    tell(p.map, square, [1, 2], 0)
    tell(p.map, square, [1, 2], chunksize=-1)
    tell(p.map, square, 3)
    tell(p.map, square, numbers(2, KeyError(2)))
""",
    "map of something with a length": """
with ThreadPool(1) as p:
    tell(p.map, square, Sized(3))
    tell(p.map, square, Sized(2, KeyError(3)), 1)
    tell(p.map, abs, {1: 2})
""",
    "map fails": """
with ThreadPool(1) as p:
    tell(p.map, boom, [1, 2])
    tell(p.map, lambda x: out.append(x) or 1 / (x - 2), [1, 2, 3, 4], 4)
""",
    "starmap": """
with ThreadPool(2) as p:
    tell(p.starmap, pow, [(2, 3), [3, 2]])
    tell(p.starmap, pow, [1])
    tell(p.starmap_async(pow, [(2, 2)]).get)
""",
    "map_async": """
with ThreadPool(2) as p:
    r = p.map_async(square, [1, 2, 3], chunksize=1)
    tell(r.get)
    out.append((type(r).__name__, r.ready(), r.successful()))
    r = p.map_async(square, [])
    out.append((r.ready(), r.get()))
""",
    "imap": """
with ThreadPool(1) as p:
    i = p.imap(square, [1, 2])
    tell(next, i)
    tell(next, i)
    tell(next, i)
    tell(next, i)
    out.append(iter(i) is i)
    out.append(type(i).__name__)
    tell(list, p.imap(square, []))
""",
    "imap of a generator": """
with ThreadPool(1) as p:
    tell(list, p.imap(square, numbers(3)))
    tell(list, p.imap(square, numbers(0)))
""",
    "imap in chunks": """
with ThreadPool(1) as p:
    i = p.imap(square, [1, 2, 3], 2)
    out.append(type(i).__name__)
    tell(list, i)
    tell(list, p.imap(square, numbers(3), chunksize=2))
    tell(p.imap, square, [1], 0)
    tell(p.imap_unordered, square, [1], -1)
    tell(list, p.imap(square, 3))
    tell(list, p.imap(square, [1], chunksize=3.5))
""",
    "imap fails": """
with ThreadPool(1) as p:
    i = p.imap(lambda x: 1 / x, [1, 0, 2])
    for _ in range(4):
        tell(next, i)
    i = p.imap(square, numbers(1, KeyError(5)))
    for _ in range(3):
        tell(next, i)
""",
    "imap with timeout": """
e = threading.Event()
p = ThreadPool(1)
i = p.imap(lambda x: e.wait(), [1])
tell(i.next, 0.01)
tell(i.next, timeout=0)
e.set()
tell(next, i)
p.close()
p.join()
""",
    "imap_unordered": """
with ThreadPool(1) as p:
    i = p.imap_unordered(square, [3, 1, 2])
    out.append(type(i).__name__)
    tell(list, i)
    tell(sorted, p.imap_unordered(square, numbers(3), 2))
""",
    "imap iterates in a thread of its own": """
here = threading.current_thread()

def f():
    yield (threading.current_thread() is here)
with ThreadPool(1) as p:
    tell(list, p.imap(bool, f()))
    tell(p.map, bool, f())
""",
    "callbacks": """
p = ThreadPool(1)
p.apply_async(square, (2,), callback=out.append)
p.apply_async(boom, (1,), {}, out.append, lambda e: out.append(repr(e)))
p.map_async(square, [1, 2], callback=out.append)
p.map_async(boom, [1], error_callback=lambda e: out.append(str(e)))
p.map_async(square, [], None, out.append)
p.apply_async(square, (1,), error_callback=out.append)
p.close()
p.join()
""",
    "callback before ready": """
p = ThreadPool(1)
box = []

def f(x):
    out.append(box[0].ready())
e = threading.Event()
box.append(p.apply_async(e.wait, callback=f))
e.set()
p.close()
p.join()
out.append(box[0].ready())
""",
    "names": """
with ThreadPool(1) as p:
    t = p.apply(threading.current_thread)
    out.append((t.daemon, re.sub('[0-9]+', '', t.name), type(t).__name__))
p = ThreadPool(1)
names = []
p.apply_async(int, callback=lambda x: names.append(threading.current_thread().name))
p.close()
p.join()
tell(re.sub, '[0-9]+', '', names[0])
""",
    "states": """
p = ThreadPool(2)
out.append(repr(p))
tell(p.join)
p.close()
out.append(repr(p))
tell(p.apply, int)
tell(p.map, int, [])
tell(p.imap, int, [])
tell(p.imap_unordered, int, [])
tell(p.__enter__)
p.join()
p.join()
p.close()
p.terminate()
p.terminate()
out.append(repr(p))
p.join()
""",
    "arguments": """
tell(ThreadPool, 0)
tell(ThreadPool, -2)
tell(ThreadPool, 'a')
tell(ThreadPool, 1, 3)
""",
    "initializer": """
l = threading.local()

def set(x):
    l.x = x
with ThreadPool(1, set, (5,)) as p:
    tell(p.apply, lambda: l.x)
""",
    "pickling": """
import pickle
p = ThreadPool(1)
e = threading.Event()
r = p.apply_async(e.wait)
tell(pickle.dumps, p)
tell(pickle.dumps, r)
e.set()
r.wait()
p.close()
p.join()
""",
    "BaseException": """
p = ThreadPool(1)
r = p.apply_async(sys.exit)
tell(r.get, 0.1)
p.terminate()
""",
    "with": """
with ThreadPool(1) as p:
    tell(p.apply, int)
tell(p.apply, int)
p.join()
out.append(repr(p))
""",
    "dummy process": """
def f(x):
    out.append((x, dummy.current_process().name))
p = dummy.Process(target=f, args=(1,), name='mine')
tell(p.is_alive)
out.append(p.exitcode)
p.start()
p.join()
out.append((p.exitcode, p.is_alive(), p.name))
tell(p.start)
out.append(dummy.active_children())
tell(threading.Thread(target=dummy.active_children).run)
out.append(re.sub('[0-9]', '', dummy.Process(target=f).name))
""",
    "dummy children": """
e = dummy.Event()
p = dummy.Process(target=e.wait)
p.start()
out.append(dummy.active_children() == [p])
e.set()
p.join()
out.append(dummy.active_children())
""",
    "dummy starts elsewhere": """
p = dummy.Process(target=int)

def f():
    try:
        p.start()
    except RuntimeError as e:
        out.append(str(e)[:8])
t = threading.Thread(target=f)
t.start()
t.join()
""",
    "dummy data": """
v = dummy.Value('i', 3)
v.value += 1
out.append((v.value, repr(v)))
a = dummy.Array('i', [1, 2])
a[0] += 5
out.append((list(a), a[1], len(a), repr(a)))
n = dummy.Namespace(x=1)
n.y = 2
out.append((n.x + n.y, repr(n)))
m = dummy.Manager()
out.append(m is dummy)
l = m.list([1])
l.append(2)
out.append(l)
out.append(m.dict(a=1))
tell(dummy.freeze_support)
tell(m.shutdown)
""",
    "dummy queue and pipe": """
q = dummy.Queue()
q.put(1)
out.append(q.get())
q = dummy.JoinableQueue()
q.put(1)
q.get()
q.task_done()
q.join()
a, b = dummy.Pipe()
out.append(b.poll())
a.send([1])
out.append((b.poll(), b.poll(0.01), b.recv(), b.poll(0.01), a.poll(-1)))
a.close()
""",
    "dummy listener": """
from multiprocessing.dummy.connection import Listener, Client
with Listener() as l:
    c = Client(l.address)
    s = l.accept()
    c.send(5)
    out.append(s.recv())
""",
    "dummy pool": """
with dummy.Pool(2) as p:
    tell(p.map, square, [1, 2])
    out.append(type(p).__name__)
""",
}

# Each of these can have several outcomes.
OUTCOMES = {
    "who does what": """
with ThreadPool(2) as p:
    out.extend(p.map(lambda x: (x, threading.current_thread().name[-10:]), [1, 2]))
""",
    "in order of coming": """
with ThreadPool(2) as p:
    out.extend(p.imap_unordered(square, [1, 2, 3]))
""",
    "order of callbacks": """
p = ThreadPool(2)
for i in range(3):
    p.apply_async(square, (i,), callback=out.append)
p.close()
p.join()
""",
    "which exception": """
def f(x):
    raise KeyError(x)
with ThreadPool(2) as p:
    tell(p.map, f, [1, 2])
""",
    "terminated in the middle": """
p = ThreadPool(2)
r = p.map_async(out.append, [1, 2], chunksize=1)
p.terminate()
p.join()
out.append(r.ready())
""",
}
