"""multiprocessing's locks, semaphores, conditions, events and barriers behave as the real ones."""

import inspect
import multiprocessing
import multiprocessing.synchronize
import random
import threading

import pytest

from tests.explore.differential.outcomes import outcomes, real_outcomes
from tests.explore.differential.scripts import same

ARGUMENTS = ("False", "True, 0", "True, -1", "None, 0", "'x', 0", "True, 'x'", "1, timeout=0.001", "block=False, timeout=5",
             "True, 1, 2", "blocking=False", "0", "[], 0", "True, timeout=0", "False, 'x'", "2, 0")
LOCK = """repr(x)
x.release()
x.acquire()
repr(x)
ACQUIRE
x.release()
repr(x)
x.release()
x.release()
repr(x)
x.release(1)
x.__enter__()
x.__exit__(1)
x.get_value()
x.acquire_lock()
[x.release() for _ in range(x._semlock._count())]
with x: repr(x)
import pickle; pickle.dumps(x)
t = threading.Thread(target=x.acquire, name='t'); t.start(); t.join(); repr(x)
x.acquire(False)
x.release()
repr(x)
out = []
t = threading.Thread(target=lambda: out.extend([repr(x), x.acquire(False), repr(x)]), name='t'); t.start(); t.join(); out
type(x).__name__
multiprocessing.Lock(1)
multiprocessing.RLock(1)""".splitlines()
SEMAPHORE = """x = multiprocessing.SEMAPHORE(2)
repr(x)
x.acquire()
x.get_value()
ACQUIRE
repr(x)
x.get_value()
x.release()
x.release()
x.release()
x.release(2)
repr(x)
with x: repr(x)
x.foo
multiprocessing.SEMAPHORE(-1)
multiprocessing.SEMAPHORE(0)
multiprocessing.SEMAPHORE(2 ** 40)
multiprocessing.SEMAPHORE('x')
multiprocessing.SEMAPHORE(1.5)
multiprocessing.SEMAPHORE(1, 2)
multiprocessing.SEMAPHORE(value=3)
import pickle; pickle.dumps(x)""".splitlines()
CONDITION = """repr(x)
x.wait()
x.notify()
x.notify_all()
x.acquire()
repr(x)
x.wait(0)
x.wait(0.001)
x.wait(-1)
repr(x)
x.notify()
x.notify(0)
x.notify(-1)
x.notify(5)
repr(x)
x.wait('x')
x.notify('x')
x.wait_for(lambda: 5)
x.wait_for(lambda: 0, 0.01)
x.wait_for(lambda: [], 0)
x.wait_for(lambda: 0, 'x')
repr(x)
x.release()
with x: repr(x)
x.release()
x.notifyAll
import pickle; pickle.dumps(x)""".splitlines()
EVENT = """x = multiprocessing.Event()
repr(x)
x.wait(0)
x.wait(0.001)
x.is_set()
x.set()
x.wait()
x.wait(0)
repr(x)
x.is_set()
x.clear()
x.is_set()
x.wait(-1)
x.wait('x')
x.isSet
import pickle; pickle.dumps(x)
multiprocessing.Event(1)""".splitlines()
BARRIER = """x = multiprocessing.Barrier(2, timeout=0.01)
repr(x)
x.parties, x.n_waiting, x.broken
x.wait()
x.broken
x.wait()
repr(x)
x.reset()
x.broken
x.abort()
repr(x)
import pickle; pickle.dumps(x)
repr(multiprocessing.Barrier(0))
multiprocessing.Barrier(1).wait()
multiprocessing.Barrier(1, lambda: 1 / 0).wait()
multiprocessing.Barrier()""".splitlines()


def script(lines, first=None, **names):
    lines = ([first] if first else []) + lines
    for name, value in names.items():
        lines = [line.replace(name, value) for line in lines]
    return [one for line in lines for one in ([f"x.acquire({a})" for a in ARGUMENTS] if line == "ACQUIRE" else [line])]


SCRIPTS = {
    "Lock": script(LOCK, "x = multiprocessing.Lock()"),
    "RLock": script(LOCK, "x = multiprocessing.RLock()"),
    "Semaphore": script(SEMAPHORE, SEMAPHORE="Semaphore"),
    "BoundedSemaphore": script(SEMAPHORE, SEMAPHORE="BoundedSemaphore"),
    "Condition": script(CONDITION, "x = multiprocessing.Condition()"),
    "Condition of a Lock": script(CONDITION, "x = multiprocessing.Condition(multiprocessing.Lock())"),
    "Condition of a held RLock": script(CONDITION[2:], "x = multiprocessing.Condition(); x.acquire()"),
    "Condition of another lock": ["x = multiprocessing.Condition(threading.Lock())", "x.acquire()", "x.wait(0)", "x.notify()",
                                  "multiprocessing.Condition(5)"],
    "Event": EVENT,
    "Barrier": BARRIER,
}
MODULES = {"multiprocessing": multiprocessing, "threading": threading}


@pytest.mark.parametrize("name", SCRIPTS)
def test_as_the_real_one(name):
    same(MODULES, SCRIPTS[name], spoken=("x.wait(0)", "x.acquire(True, 'x')", "x.get_value()", "x.wait('x')"))


PIECES = {
    "Lock": ("x.acquire(False)", "x.acquire(True, 0)", "x.release()", "repr(x)", "x.acquire(timeout=0.0001)"),
    "RLock": ("x.acquire()", "x.acquire(False)", "x.release()", "repr(x)"),
    "Semaphore": ("x.acquire(False)", "x.acquire(True, 0)", "x.release()", "repr(x)", "x.get_value()"),
    "BoundedSemaphore": ("x.acquire(False)", "x.acquire(True, 0)", "x.release()", "repr(x)", "x.get_value()"),
    "Condition": ("x.acquire()", "x.release()", "x.wait(0)", "x.notify()", "x.notify(3)", "x.notify_all()", "repr(x)"),
    "Event": ("x.set()", "x.clear()", "x.is_set()", "x.wait(0)", "repr(x)"),
}


@pytest.mark.parametrize("name", PIECES)
def test_any_sequence_of_calls_gives_the_same(name):
    draw = random.Random(7)
    for _ in range(12):
        same(MODULES, [f"x = multiprocessing.{name}()", *draw.choices(PIECES[name], k=15)])


HEAD = """
import threading, multiprocessing as mp
def run(*functions):
    threads = [threading.Thread(target=f) for f in functions]
    for t in threads: t.start()
    for t in threads: t.join()
"""
BETWEEN_THREADS = {name: HEAD + source for name, source in {
    "notify wakes any": """
def main():
    c, go, out = mp.Condition(), mp.Semaphore(0), []
    def sleeper(name):
        with c:
            go.release()
            c.wait()
            out.append(name)
    def waker():
        go.acquire(); go.acquire()
        with c: c.notify()
        with c: c.notify()
    run(lambda: sleeper("a"), lambda: sleeper("b"), waker)
    return out
""",
    "timed waiter and notify": """
def main():
    c, out = mp.Condition(), {}
    def sleeper(name):
        with c: out[name] = c.wait(0.0005)
    def waker():
        with c: c.notify()
    run(lambda: sleeper("a"), lambda: sleeper("b"), waker)
    return sorted(out.items())
""",
    "event cleared at once": """
def main():
    e, out = mp.Event(), []
    def sleeper(): out.append(e.wait(0.5))
    def pulse():
        e.set()
        e.clear()
    run(sleeper, pulse)
    return out
""",
    "lock released by another": """
def main():
    lock, out = mp.Lock(), []
    lock.acquire()
    def f():
        try: lock.release()
        except ValueError as error: out.append(str(error))
    def g():
        try: lock.release()
        except ValueError as error: out.append(str(error))
    run(f, g)
    return out, lock.acquire(False)
""",
    "barrier": """
def main():
    b, out = mp.Barrier(2), []
    def f():
        i = b.wait()
        out.append((i, b.broken))
        out.append(b.wait() < 2)
    run(f, f)
    return sorted(map(str, out))
""",
    "barrier with a timeout": """
def main():
    b, out = mp.Barrier(2), []
    def f():
        try: out.append(b.wait(0.0003) < 2)
        except threading.BrokenBarrierError: out.append("broken")
    run(f, f)
    return out
""",
}.items()}


@pytest.fixture(scope="module")
def really():
    return real_outcomes(BETWEEN_THREADS, 40)


@pytest.mark.parametrize("name", BETWEEN_THREADS)
def test_what_really_happens_between_threads_is_explored(name, really):
    found, runs = outcomes(BETWEEN_THREADS[name])
    assert really[name].keys() <= found
    print(f"\n{name}: {runs} schedules; never seen for real: {sorted(found - really[name].keys())}")


OWN_CODE = f"""
import multiprocessing as simulated, sys, threading, time
class Context:
    Lock, RLock, Semaphore = simulated.Lock, simulated.RLock, simulated.Semaphore
    def Condition(self, lock=None): return Condition(lock, ctx=self)
    def Event(self): return Event(ctx=self)
    def Barrier(self, *args, **kwargs): return Barrier(*args, **kwargs)
class context: pass
BrokenBarrierError = threading.BrokenBarrierError
{inspect.getsource(threading.Barrier).replace("Condition(Lock())", "mp.Condition()")}
{inspect.getsource(multiprocessing.synchronize.Condition)}
{inspect.getsource(multiprocessing.synchronize.Event)}
mp = Context()
"""
ALIKE = {name: HEAD + source for name, source in {
    "timed and untimed": """
def main():
    c, out, told = mp.Condition(), {}, []
    def sleeper(name, timeout):
        with c:
            if not told: out[name] = c.wait(timeout)
    def waker():
        with c:
            c.notify()
            told.append(1)
        with c: c.notify_all()
    run(lambda: sleeper("a", 1), lambda: sleeper("b", None), waker)
    return sorted(out.items())
""",
    "two pulses": """
def main():
    e, out = mp.Event(), []
    def sleeper(): out.append(e.wait(1))
    def pulse():
        e.set()
        e.clear()
    run(sleeper, pulse)
    return out
""",
    "event looked at": """
def main():
    e, out = mp.Event(), []
    def sleeper():
        e.wait()
        out.append(e.is_set())
    def setter():
        out.append(e.is_set())
        e.set()
    run(sleeper, setter)
    return out
""",
    "barrier reset": """
def main():
    b, out = mp.Barrier(2), []
    def f():
        try: out.append(b.wait())
        except threading.BrokenBarrierError: out.append("broken")
    run(f, f, b.reset)
    return out
""",
    "barrier aborted by its action": """
def main():
    out = []
    def act():
        out.append("act")
        raise ValueError
    b = mp.Barrier(2, act)
    def f():
        try: out.append(b.wait())
        except threading.BrokenBarrierError: out.append("broken")
        except ValueError: out.append("error")
    run(f, f)
    return out
""",
    "barrier for a time": BETWEEN_THREADS["barrier with a timeout"].removeprefix(HEAD),
    "two timed waiters": BETWEEN_THREADS["timed waiter and notify"].removeprefix(HEAD),
}.items()}


@pytest.mark.parametrize("fair", [False, True], ids=["adversarial", "fair"])
@pytest.mark.parametrize("name", ALIKE)
def test_its_own_code_can_do_the_same(name, fair):
    own = ALIKE[name].replace("import threading, multiprocessing as mp\n", OWN_CODE)
    expected, runs = outcomes(own, fair=fair, limit=100_000)
    found, fewer = outcomes(ALIKE[name], fair=fair)
    assert found == expected
    print(f"\n{name}: {fewer} schedules, {runs} with its own code")
