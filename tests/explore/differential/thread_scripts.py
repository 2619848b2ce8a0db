"""Calls on the names of ``threading`` in one thread: right, wrong and absurd.  ``SCRIPTS``: name -> lines, for scripts.same."""

LOCK_ARGUMENTS = ("", "'x'", "None", "1.5", "2", "-1", "True, 'x'", "True, None", "False, 0", "False, 1", "True, -2", "False, -1",
                  "False, -2", "True, 1e30", "True, 1e10", "True, float('nan')", "True, True", "1, 2, 3", "blocking=False",
                  "foo=1", "timeout=0", "True, -0.5", "False, -1.0", "timeout=float('inf')", "0", "[]", "blocking=0, timeout=3")
ACQUIRES = [line for a in LOCK_ARGUMENTS for line in (f"x.acquire({a})", "x.release()")]
LOCK_REST = """x.release()
repr(x)
x.acquire()
repr(x)
x.locked()
x.release(1)
x.release()
x.foo
x.foo = 1
x.acquire_lock(False)
x.release_lock()
x.locked_lock()
x._is_owned()
x < 1
hash(x) == hash(x)
with x: pass
import copy; copy.copy(x)
import pickle; pickle.dumps(x)
isinstance(x, threading.Lock)
class X(threading.Lock): pass
class X(threading.RLock): pass
threading.Lock(1)
threading.Lock | None
type(x).__name__""".splitlines()

SEMAPHORE = """SEMAPHORE()
SEMAPHORE(0)
SEMAPHORE(-1)
SEMAPHORE(None)
SEMAPHORE('x')
SEMAPHORE(1, 2)
SEMAPHORE(value=1)
SEMAPHORE(foo=1)
s = SEMAPHORE(2)
s.acquire(False, 1)
s.acquire(False, None)
s._value
s.acquire(True, 0)
s.acquire(True, -1)
s.acquire(timeout=0)
s.acquire(0)
s.acquire([])
s.acquire(foo=1)
s.acquire(1, 2, 3)
s.release(0)
s.release(-1)
s.release(None)
s.release('x')
s.release(3)
s.release(2)
repr(s)
s.release(n=1)
with s: repr(s)
s.__enter__()
s.__exit__()
s.__exit__(None, None, None)
s.locked()
s.foo = 1
s.foo
s._value""".splitlines()

CONDITION = """repr(c)
c.wait(0)
c.notify()
c.notify_all()
c.wait()
c.wait_for(lambda: 5)
c.wait_for(lambda: 0, 0)
c.release()
c.acquire()
c.acquire(False)
repr(c)
c.wait(0)
c.wait(-1)
c.wait(0.0001)
c.wait('x')
c.wait(1e30)
c.wait(float('nan'))
c.wait([])
c.wait(timeout=0)
c.wait(foo=1)
c.wait_for(lambda: 0, 0)
c.wait_for(lambda: 7, 0)
c.wait_for(lambda: 0, -1)
c.wait_for(lambda: 0, 0.0001)
c.wait_for(lambda: 0, 'x')
c.wait_for(None)
c.wait_for(lambda: 1/0)
c.notify()
c.notify(0)
c.notify(-1)
c.notify('x')
c.notify(n=2)
c.notify_all()
c.notify_all(1)
c.notifyAll()
c.release()
c.release()
c.release()
repr(c)
with c: c.notify()
with c: c.wait(0)
c.locked()
c.foo = 1; c.foo""".splitlines()

EVENT = """e = threading.Event()
repr(e)
e.is_set()
e.isSet()
e.wait(0)
e.wait(-1)
e.wait(0.0001)
e.wait('x')
e.wait(1e30)
e.wait([])
e.wait(foo=1)
e.set()
repr(e)
e.wait()
e.wait('x')
e.wait(None)
e.wait(timeout=0)
e.set()
e.clear()
e.is_set()
e.set(1)
e.wait(1, 2)
threading.Event(1)
bool(e)
class Mine(threading.Event): pass
m = Mine(); m.flag = m.waiters = 5; m.set(); (m.wait(), m.flag, m.waiters)""".splitlines()

BARRIER = """threading.Barrier()
threading.Barrier(0)
threading.Barrier(-1)
threading.Barrier(None)
threading.Barrier('x')
threading.Barrier(2, 3, 4, 5)
threading.Barrier(1, None, None)
b = threading.Barrier(1)
b.wait()
b.wait(0)
b.wait(timeout=-1)
repr(b)
b.parties
b.n_waiting
b.broken
b.abort()
b.broken
repr(b)
b.wait()
b.n_waiting
b.reset()
b.broken
b.wait()
b.parties = 3
b.broken = 3
seen = []; b = threading.Barrier(1, lambda: seen.append(b.n_waiting))
b.wait(); seen
b = threading.Barrier(1, lambda: 1/0)
b.wait()
b.broken
b.wait()
b.reset()
b.wait()
b = threading.Barrier(2)
b.wait(0)
b.broken
b.wait(0)
b.reset()
b.wait(0.0001)
b.n_waiting
b = threading.Barrier(2, timeout=0)
b.wait()
b.broken
b.reset()
repr(b)
b.wait(None)
b = threading.Barrier(1, 5)
b.wait()
b.broken
raise threading.BrokenBarrierError
threading.BrokenBarrierError.__mro__[1]
b.wait(foo=1)
b.wait(1, 2)
b = threading.Barrier(2)
b.wait('x')
b.n_waiting
b.wait(1e30)
b.n_waiting""".splitlines()

THREAD = ["""class Empty(threading.Thread):
    def __init__(self): pass""", """class Named(threading.Thread):
    def run(self): out.append(self.name)""", """class Early(threading.Thread):
    def __init__(self): self.name = 'x'; super().__init__()""", """class Stops(threading.Thread):
    def __init__(self): super().__init__(); self._stop = threading.Event()""", """def itself():
    try: threading.current_thread().join()
    except RuntimeError as error: out.append(str(error))""", """def heir():
    out.append((threading.current_thread().daemon, threading.Thread().daemon))""", *"""out = []
t = threading.Thread()
t.name
repr(t)
t.ident
t.native_id
t.daemon
t.is_alive()
t.join()
t.join(0)
t.daemon = True
repr(t)
t.daemon = False
t.start()
t.start()
t.join()
t.join(0)
t.join(-1)
t.join('x')
t.is_alive()
t.daemon = True
repr(t)
t.ident is None
t.name = 5
t.name
t.getName()
t.setName('u')
t.name
t.isDaemon()
t.setDaemon(True)
t.run()
threading.Thread(1)
threading.Thread(group=1)
threading.Thread(foo=1)
threading.Thread(target=print).name
threading.Thread(target=lambda: 0).name
threading.Thread(target=5).name
threading.Thread(name='').name
threading.Thread(name=5).name
threading.Thread(None, print, 'n').name
threading.Thread(daemon=1).daemon
threading.Thread(name=None).name
threading.Thread(context=None)
t = threading.Thread(target=out.append, args=(1,))
t.run()
out
t.run()
t = threading.Thread(target=out.append, args=[2])
t.start(); t.join(); out
threading.Thread(target=out.append, args=5).run()
threading.Thread(target=out.append, kwargs={'x': 1}).run()
threading.Thread(target=out.append).run()
threading.Thread(target=5).run()
e = Empty()
e.start()
e.join()
e.is_alive()
e.name
e.name = 'x'
e.ident
e.daemon
e.daemon = True
repr(e)
s = Named()
s.start(); s.join(); out
Named(name='n').name
Named().run()
s._target
s._args
s._name
Early()
s = Stops()
s.start()
s.join()
s.is_alive()
t = threading.Thread(target=itself); t.start(); t.join(); out
t = threading.Thread(target=heir, daemon=True); t.start(); t.join(); out
m = threading.current_thread()
m.name
m is threading.main_thread()
m.daemon
m.daemon = True
m.join()
m.is_alive()
m.start()
repr(m)
m.ident == threading.get_ident()
m.native_id == threading.get_native_id()
threading.active_count(), threading.activeCount()
threading.enumerate() == [m]
threading.currentThread() is m
type(m).__name__
threading.TIMEOUT_MAX
threading.ThreadError
threading.gettrace(), threading.getprofile()
t = threading.Timer(0.0001, out.append, ['rang'])
t.name
repr(t)
t.start(); t.join(); out
t.finished.is_set()
t.cancel()
t = threading.Timer(50, out.append, ['no'])
t.start(); t.cancel(); t.join(); out
threading.Timer()
threading.Timer(1)
t = threading.Timer(0, out.append, kwargs={})
t.args, t.kwargs, t.interval
t.cancel(); t.start(); t.join(); out
keep = threading.excepthook
keep is threading.__excepthook__
threading.excepthook = lambda args: out.append((args.exc_type, str(args.exc_value), args.thread.name, args.exc_traceback is None))
t = threading.Thread(target=lambda: 1/0, name='z'); t.start(); t.join(); out[-1]
t = threading.Thread(target=exit, name='z'); t.start(); t.join(); out[-1]
t.is_alive()
threading.excepthook = keep
threading.excepthook(1)
threading.ExceptHookArgs((1, 2, 3, 4)).exc_value
threading.ExceptHookArgs((1,))""".splitlines()]

LOCAL = ["""class Mine(threading.local):
    n = 5
    def __init__(self, a, *, b=2): made.append(a); self.a = a; self.b = b
    @property
    def double(self): return 2 * self.a
    @double.setter
    def double(self, value): self.a = value // 2
    def method(self): return self.b""", *"""l = threading.local()
l.x = 1
l.x
l.y
del l.x
l.x
del l.x
l.__dict__
l.__dict__ = {}
threading.local(1)
threading.local(x=1)
made = []
d = Mine(1, b=3)
made
d.a, d.b, d.n, d.double, d.method()
d.double = 8
d.a
d.n = 6
d.n
del d.n
d.n
del d.n
Mine()
t = threading.Thread(target=lambda: made.append((d.a, d.b, d.n, d.__dict__ == {'a': 1, 'b': 3}))); t.start(); t.join(); made
d.a
sorted(d.__dict__)
d.__dict__['z'] = 1
d.z
hasattr(d, 'q'), getattr(d, 'q', 4)
setattr(d, 'q', 4)
d.q
isinstance(d, threading.local)""".splitlines()]

KINDS_OF_LOCK = ("", "None", "threading.Lock()", "threading.RLock()", "threading.Semaphore()", "threading.BoundedSemaphore(1)",
                 "threading.Condition()", "1", "'x'", "threading.Event()", "foo=1", "1, 2")

SCRIPTS = {
    **{kind: [f"x = threading.{kind}()", *ACQUIRES, *LOCK_REST]
       for kind in ("Lock", "RLock")},
    **{kind: [line.replace("SEMAPHORE", f"threading.{kind}") for line in SEMAPHORE]
       for kind in ("Semaphore", "BoundedSemaphore")},
    **{f"Condition({lock})": [f"c = threading.Condition({lock})", *CONDITION] for lock in KINDS_OF_LOCK[:7]},
    "Condition, wrong arguments": [f"threading.Condition({lock})" for lock in KINDS_OF_LOCK[7:]],
    "Event": EVENT, "Barrier": BARRIER, "Thread and Timer": THREAD, "local": LOCAL,
}

# What random scripts are drawn from; the first is what makes the object.  Nothing here blocks for ever.
POOLS = {
    "Lock": """x = threading.Lock()
x.acquire(False)
x.acquire(timeout=0)
x.release()
x.locked()
repr(x)
x.locked() or x.acquire()
x.acquire(True, 0.00001)
x.locked() or x.__enter__()
x.__exit__(None, None, None)""".splitlines(),
    "RLock": """x = threading.RLock()
x.acquire()
x.acquire(False)
x.acquire(timeout=0)
x.release()
repr(x)
x._is_owned()
with x: x.release()
with x: x.acquire()""".splitlines(),
    "Semaphore": """x = threading.Semaphore(1)
x.acquire(False)
x.acquire(timeout=0)
x.release()
x.release(2)
x.release(0)
x._value and x.acquire()
repr(x)
x.acquire(timeout=-1)
x._value""".splitlines(),
    "BoundedSemaphore": """x = threading.BoundedSemaphore(2)
x.acquire(False)
x.release()
x.release(2)
x.release(-1)
x._value and x.acquire()
repr(x)
x.acquire(timeout=0.00001)""".splitlines(),
    "Condition": """x = threading.Condition()
x.acquire()
x.acquire(False)
x.release()
x.wait(0)
x.wait(0.00001)
x.notify()
x.notify_all()
repr(x)
x.wait_for(lambda: 0, 0)
x.wait_for(lambda: 3)""".splitlines(),
    "Event": """x = threading.Event()
x.set()
x.clear()
x.is_set()
x.wait(0)
x.is_set() and x.wait()
repr(x)
x.wait(0.00001)""".splitlines(),
    "Barrier": """x = threading.Barrier(1, action=lambda: seen.append(1)); seen = []
x.wait()
x.abort()
x.reset()
x.broken
x.n_waiting
seen
repr(x)""".splitlines(),
    "Barrier of two": """x = threading.Barrier(2, timeout=0)
x.wait()
x.wait(0.00001)
x.abort()
x.reset()
x.broken
x.n_waiting
repr(x)""".splitlines(),
    "Thread": """x = threading.Thread(target=lambda: out.append(1)); out = []
x.start()
x.ident is None or x.join()
x.ident is None and x.join()
x.name = 'n'
x.daemon = True
x.daemon
x.ident is None and x.is_alive()
x.ident is None and repr(x)
x.ident is None or x.join() or out
x.ident is None or x.join() or repr(x)
x.ident is None or x.join() or x.is_alive()""".splitlines(),
}
