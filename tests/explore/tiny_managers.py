"""Tiny programs on managers and their proxies; for test_dpor_sound.py."""

START = """
import multiprocessing as mp, queue, sys
from multiprocessing.managers import BaseManager, DictProxy, NamespaceProxy, SyncManager
def begin(function, *args):
    process = mp.Process(target=function, args=args, name=function.__name__)
    process.start()
    return process
def both(f, g, *args):
    a, b = begin(f, *args), begin(g, *args)
    a.join()
    b.join()
class Counter:
    def __init__(self): self.n = 0; self.log = []
    def add(self):
        self.n += 1
    def note(self, what): self.log.append(what)
    def history(self): return self.log
    def get(self): return self.n
class Bank(BaseManager): pass
class Attributes(NamespaceProxy): _exposed_ = ("__getattribute__", "__setattr__", "__delattr__", "add")
Attributes.add = lambda self: self._callmethod("add")
"""

PROGRAMS = {f"manager: {name}": START + source for name, source in {
    "lost update": """
def f(d): d["n"] += 1; print(d["n"])
def g(d): d["n"] += 1
def main():
    d = mp.Manager().dict(n=0)
    both(f, g, d)
    assert d["n"] == 2
""",
    "update under its lock": """
def f(d, lock):
    with lock: d["n"] += 1
def g(d, lock):
    with lock: d["n"] += 1
def main():
    m = mp.Manager()
    d = m.dict(n=0)
    both(f, g, d, m.Lock())
""",
    "a temporary lock is gone": """
def f(d, lock):
    with lock: d["n"] += 1
def main():
    with mp.Manager() as m:
        d = m.dict(n=0)
        p = begin(f, d, m.Lock())
        p.join()
""",
    "namespace, different attributes": """
def f(ns): ns.a += 1
def g(ns): ns.b += 1
def main():
    ns = mp.Manager().Namespace(a=0, b=0)
    both(f, g, ns)
    assert (ns.a, ns.b) == (1, 1)
""",
    "namespace looked at": """
def f(ns): ns.a = 1
def g(ns): print(ns._getvalue()); ns.b = 2
def main():
    ns = mp.Manager().Namespace(a=0, b=0)
    both(f, g, ns)
""",
    "array, same and different places": """
def f(a): a[0] = 1; a[-1] = 1
def g(a): a[1] = a[0] + 5; len(a)
def main():
    a = mp.Manager().Array("i", [0, 0])
    both(f, g, a)
    print(list(a))
""",
    "array, a slice and a place": """
def f(a): a[0:2] = a[0:2]
def g(a): a[1] = 7
def main():
    a = mp.Manager().Array("i", [0, 0])
    both(f, g, a)
    print(list(a))
""",
    "list, append and index": """
def f(l): l.append(1); l.append(2)
def g(l): l.append(3); print(l[-1])
def main():
    l = mp.Manager().list()
    both(f, g, l)
""",
    "list iterated": """
def f(l): l.append(1)
def g(l):
    for x in l: print(x)
def main():
    l = mp.Manager().list([0])
    both(f, g, l)
""",
    "value": """
def f(v): v.value = v.value + 1
def g(v): print(v.value)
def main():
    v = mp.Manager().Value("i", 0)
    both(f, g, v)
""",
    "queue": """
def f(q): q.put(1); q.put(2)
def g(q): print(q.get(), q.empty())
def main():
    m = mp.Manager()
    q = m.Queue()
    both(f, g, q)
""",
    "queue, bounded and tried": """
def f(q): q.put(1); q.put(2)
def g(q):
    try: print(q.get_nowait())
    except queue.Empty: print("empty", q.get())
def main():
    m = mp.Manager()
    q = m.Queue(1)
    both(f, g, q)
""",
    "event": """
def f(e): e.wait()
def g(e): e.set(); e.clear()
def main():
    m = mp.Manager()
    e = m.Event()
    both(f, g, e)
""",
    "condition": """
def f(c, d):
    with c:
        while not d: c.wait()
def g(c, d):
    with c:
        d["x"] = 1
        c.notify()
def main():
    m = mp.Manager()
    c, d = m.Condition(), m.dict()
    both(f, g, c, d)
""",
    "try and foreign release": """
def f(lock):
    got = lock.acquire(False); print(got)
    if got: lock.release()
def g(lock): lock.release()
def main():
    m = mp.Manager()
    lock = m.Lock()
    lock.acquire()
    both(f, g, lock)
""",
    "rlock and semaphore": """
def f(r, s):
    with r:
        with r: s.release()
def g(r, s):
    s.acquire()
    with r: pass
def main():
    m = mp.Manager()
    r, s = m.RLock(), m.Semaphore(0)
    both(f, g, r, s)
""",
    "own class, lost update": """
def f(c): c.add()
def g(c): c.add(); print(c.get())
def main():
    Bank.register("Counter", Counter)
    with Bank() as bank:
        c = bank.Counter()
        both(f, g, c)
        assert c.get() == 2
""",
    "own class, what it returns is copied": """
def f(c): c.note(1)
def g(c): print(c.history())
def main():
    Bank.register("Counter", Counter)
    with Bank() as bank:
        c = bank.Counter()
        both(f, g, c)
""",
    "nested proxies": """
def f(d): d["l"].append(1)
def g(d): d["l"].append(2)
def main():
    m = mp.Manager()
    d = m.dict(l=m.list())
    both(f, g, d)
    print(d["l"])
""",
    "shut down while in use": """
def f(d): d["x"] = 1; d["y"] = 2
def main():
    m = mp.Manager()
    d = m.dict()
    p = begin(f, d)
    m.shutdown()
    p.join()
""",
    "shut down while somebody waits": """
def f(e, s):
    s.release()
    try: print(e.wait())
    except EOFError: print("gone")
def main():
    m = mp.Manager()
    e, s = m.Event(), mp.Semaphore(0)
    p = begin(f, e, s)
    s.acquire()
    m.shutdown()
    p.join()
""",
    "shut down at a release": """
def f(lock):
    with lock: pass
def main():
    m = mp.Manager()
    lock = m.Lock()
    p = begin(f, lock)
    m.shutdown()
    p.join()
""",
    "dropped while in use": """
def f(d): d["x"] = 1
def main():
    m = mp.Manager()
    server, d = m._process, m.dict()
    p = begin(f, d)
    del m, d
    p.join()
    server.join()
""",
    "proxy dropped while in use": """
def f(l): l.append(1)
def main():
    with mp.Manager() as m:
        p = begin(f, m.list())
        p.join()
""",
    "client killed": """
def f(lock): lock.acquire(); lock.release()
def main():
    m = mp.Manager()
    lock = m.Lock()
    p = begin(f, lock)
    p.kill()
    p.join()
    print(lock.acquire(False))
""",
    "client killed in a call": """
def f(c): c.add()
def main():
    Bank.register("Counter", Counter)
    bank = Bank()
    bank.start()
    c = bank.Counter()
    p = begin(f, c)
    p.kill()
    p.join()
    print(c.get())
""",
    "server killed": """
def f(d): d["x"] = 1; d["y"] = 1
def main():
    m = mp.Manager()
    d = m.dict()
    p = begin(f, d)
    m._process.kill()
    p.join()
""",
    "pickled while it changes": """
def f(c): c.note([1])
def g(c): print(c._getvalue().log)
def main():
    Bank.register("Counter", Counter)
    with Bank() as bank:
        c = bank.Counter()
        both(f, g, c)
""",
    "attributes through a proxy": """
def f(c): c.add()
def g(c): c.n = 5
def main():
    Bank.register("Counter", Counter, Attributes)
    with Bank() as bank:
        c = bank.Counter()
        both(f, g, c)
        print(c.n)
""",
    "one object for all": """
ONE = Counter()
def one(): return ONE
def f(c): c.add()
def main():
    Bank.register("one", one)
    with Bank() as bank:
        c = bank.one()
        p = begin(f, c)
        bank.one().add()
        p.join()
        print(bank.one().get())
""",
    "a dict of the server's own": """
THINGS = {"n": 0}
def things(): return THINGS
class Keeper:
    def put(self): THINGS["n"] += 1
def f(k): k.put()
def g(k, d): d["n"] += 1
def main():
    Bank.register("things", things, DictProxy)
    Bank.register("Keeper", Keeper)
    with Bank() as bank:
        k, d = bank.Keeper(), bank.things()
        a, b = begin(f, k), begin(g, k, d)
        a.join(); b.join()
        print(d["n"])
""",
    "threads as clients": """
def main():
    d = mp.Manager().dict()
    def f(): print(d.setdefault("k", "f"))
    def g(): print(d.setdefault("k", "g"))
    run(f, g)
""",
    "connects to a server of a child": """
def serve(): SyncManager(address="sock", authkey=b"k").get_server().serve_forever()
def main():
    p = begin(serve)
    m = SyncManager(address="sock", authkey=b"k")
    try: print(m.connect())
    except FileNotFoundError: print("nobody")
    p.terminate()
    p.join()
""",
}.items()}
