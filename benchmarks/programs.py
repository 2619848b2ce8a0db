"""The programs that benchmarks/explorer.py gives to our explorer and to its peer: a state, workers, and what must hold.

Each class makes a fresh state; ``WORKERS`` names the methods that threads run, one each; ``holds()`` must be true when all have
ended.  Those of ``right()`` are correct in every interleaving; each of ``wrong()`` has one that breaks it (a false ``holds()``, an exception or a
deadlock).  Written anew, in pairs.
"""

import threading
from collections import deque



def run(name):
    """One program, as our explorer runs it."""
    state = next(cls for cls in right() + wrong() if cls.__name__ == name)()
    threads = [threading.Thread(target=getattr(state, worker), name=f"{worker} {n}") for n, worker in enumerate(state.WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert state.holds()


class SemaphoreBuffer:
    """Two producers, two consumers, two semaphores and a mutex; capacity 2."""

    WORKERS = ("put", "put", "get", "get")
    FREE, USED = 2, 0

    def __init__(self):
        self.items, self.got = deque(), []
        self.mutex, self.free, self.used = threading.Lock(), threading.Semaphore(self.FREE), threading.Semaphore(self.USED)

    def put(self):
        self.free.acquire()
        with self.mutex:
            self.items.append(1)
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.mutex:
            self.got.append(self.items.popleft())
        self.free.release()

    def holds(self):
        return self.got == [1, 1]


class SemaphoreBufferOneTooMany(SemaphoreBuffer):
    USED = 1


class ConditionBuffer:
    """Two producers, two consumers, one condition; capacity 1."""

    WORKERS = ("put", "put", "get", "get")

    def __init__(self):
        self.items, self.got = deque(), []
        self.changed = threading.Condition()

    def put(self):
        with self.changed:
            while len(self.items) >= 1:
                self.changed.wait()
            self.items.append(1)
            self.changed.notify_all()

    def get(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            self.got.append(self.items.popleft())
            self.changed.notify_all()

    def holds(self):
        return self.got == [1, 1]


class ConditionBufferIf(ConditionBuffer):
    WORKERS = ("put", "get", "get", "put")

    def get(self):
        with self.changed:
            if not self.items:
                self.changed.wait()
            self.got.append(self.items.popleft())
            self.changed.notify_all()


class ConditionBufferNotifiesOne(ConditionBuffer):
    WORKERS = ("put", "put", "put", "get", "get", "get")

    def put(self):
        with self.changed:
            while len(self.items) >= 1:
                self.changed.wait()
            self.items.append(1)
            self.changed.notify()

    def get(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            self.got.append(self.items.popleft())
            self.changed.notify()

    def holds(self):
        return self.got == [1, 1, 1]


class Counter:
    WORKERS = ("add", "add")

    def __init__(self):
        self.n, self.lock = 0, threading.Lock()

    def add(self):
        with self.lock:
            self.n += 1

    def holds(self):
        return self.n == len(self.WORKERS)


class CounterUnlocked(Counter):
    def add(self):
        self.n += 1


class CounterThreeUnlocked(CounterUnlocked):
    WORKERS = ("add", "add", "add")


class CounterThree(Counter):
    WORKERS = ("add", "add", "add")


class CounterLockPerCall(Counter):
    def add(self):
        with threading.Lock():
            self.n += 1


class Account:
    """Withdraw only what is there."""

    WORKERS = ("withdraw", "withdraw")

    def __init__(self):
        self.balance, self.paid, self.lock = 100, 0, threading.Lock()

    def withdraw(self):
        with self.lock:
            if self.balance >= 80:
                self.balance -= 80
                self.paid += 80

    def holds(self):
        return self.balance == 20 and self.paid == 80


class AccountChecksOutside(Account):
    def withdraw(self):
        if self.balance >= 80:
            with self.lock:
                self.balance -= 80
                self.paid += 80


class Transfer:
    """Two accounts, transfers both ways; locks in one order."""

    WORKERS = ("first", "second")

    def __init__(self):
        self.a, self.b = 10, 10
        self.lock_a, self.lock_b = threading.Lock(), threading.Lock()

    def first(self):
        with self.lock_a, self.lock_b:
            self.a, self.b = self.a - 1, self.b + 1

    def second(self):
        with self.lock_a, self.lock_b:
            self.a, self.b = self.a + 2, self.b - 2

    def holds(self):
        return self.a + self.b == 20


class TransferCrossed(Transfer):
    def second(self):
        with self.lock_b, self.lock_a:
            self.a, self.b = self.a + 2, self.b - 2


class LazyInit:
    WORKERS = ("use", "use")

    def __init__(self):
        self.made, self.value, self.lock = 0, None, threading.Lock()

    def use(self):
        with self.lock:
            if self.value is None:
                self.made += 1
                self.value = object()

    def holds(self):
        return self.made == 1


class LazyInitUnlocked(LazyInit):
    def use(self):
        if self.value is None:
            with self.lock:
                self.made += 1
                self.value = object()


class Handshake:
    """The second waits until the first has written."""

    WORKERS = ("first", "second")

    def __init__(self):
        self.data, self.seen, self.ready = None, None, threading.Event()

    def first(self):
        self.data = 1
        self.ready.set()

    def second(self):
        self.ready.wait()
        self.seen = self.data

    def holds(self):
        return self.seen == 1


class HandshakeTooEarly(Handshake):
    def first(self):
        self.ready.set()
        self.data = 1


class Signal:
    """A condition with a flag."""

    WORKERS = ("first", "second")

    def __init__(self):
        self.flag, self.changed = False, threading.Condition()

    def first(self):
        with self.changed:
            self.flag = True
            self.changed.notify()

    def second(self):
        with self.changed:
            while not self.flag:
                self.changed.wait()

    def holds(self):
        return self.flag


class SignalWithoutFlag(Signal):
    def second(self):
        with self.changed:
            self.changed.wait()


class Rendezvous:
    """Both have arrived before either leaves."""

    WORKERS = ("first", "second")

    def __init__(self):
        self.arrived, self.left = [], []
        self.one, self.two = threading.Semaphore(0), threading.Semaphore(0)

    def first(self):
        self.arrived.append(1)
        self.one.release()
        self.two.acquire()
        self.left.append(len(self.arrived))

    def second(self):
        self.arrived.append(2)
        self.two.release()
        self.one.acquire()
        self.left.append(len(self.arrived))

    def holds(self):
        return self.left == [2, 2]


class RendezvousWaitsFirst(Rendezvous):
    def first(self):
        self.arrived.append(1)
        self.two.acquire()
        self.one.release()
        self.left.append(len(self.arrived))

    def second(self):
        self.arrived.append(2)
        self.one.acquire()
        self.two.release()
        self.left.append(len(self.arrived))


class Pairs:
    """Two fields that belong together."""

    WORKERS = ("write", "read")

    def __init__(self):
        self.x = self.y = 0
        self.equal, self.lock = True, threading.Lock()

    def write(self):
        with self.lock:
            self.x += 1
            self.y += 1

    def read(self):
        with self.lock:
            self.equal = self.x == self.y

    def holds(self):
        return self.equal


class PairsTorn(Pairs):
    def read(self):
        self.equal = self.x == self.y


class Cache:
    """One entry for a key."""

    WORKERS = ("get", "get")

    def __init__(self):
        self.entries, self.made, self.lock = {}, 0, threading.Lock()

    def get(self):
        with self.lock:
            if "key" not in self.entries:
                self.made += 1
                self.entries["key"] = self.made

    def holds(self):
        return self.made == 1


class CacheUnlocked(Cache):
    def get(self):
        if "key" not in self.entries:
            with self.lock:
                self.made += 1
            self.entries["key"] = self.made


class Barrier:
    """Everybody's part is written before anybody adds up."""

    WORKERS = ("work", "work")

    def __init__(self):
        self.parts, self.sums, self.barrier = [], [], threading.Barrier(2)

    def work(self):
        self.parts.append(1)
        self.barrier.wait()
        self.sums.append(sum(self.parts))

    def holds(self):
        return self.sums == [2, 2]


class BarrierForThree(Barrier):
    def __init__(self):
        super().__init__()
        self.barrier = threading.Barrier(3)


class TryLock:
    """Who does not get the lock leaves it alone."""

    WORKERS = ("work", "work")

    def __init__(self):
        self.n, self.tried, self.lock = 0, 0, threading.Lock()

    def work(self):
        if self.lock.acquire(blocking=False):
            self.n += 1
            self.lock.release()

    def holds(self):
        return self.n in (1, 2)


class TryLockIgnored(TryLock):
    def work(self):
        self.lock.acquire(blocking=False)
        self.n += 1
        try:
            self.lock.release()
        except RuntimeError:
            pass

    def holds(self):
        return self.n == 2


class Philosophers:
    """Three philosophers; the last one takes the forks the other way round."""

    WORKERS = ("eat0", "eat1", "eat2")

    def __init__(self):
        self.forks, self.meals = [threading.Lock() for _ in range(3)], 0

    def eat(self, one, other):
        with self.forks[one]:
            with self.forks[other]:
                self.meals = self.meals

    def eat0(self):
        self.eat(0, 1)

    def eat1(self):
        self.eat(1, 2)

    def eat2(self):
        self.eat(0, 2)

    def holds(self):
        return True


class PhilosophersInCircle(Philosophers):
    def eat2(self):
        self.eat(2, 0)


def right():
    return (SemaphoreBuffer, ConditionBuffer, Counter, CounterThree, Account, Transfer, LazyInit, Handshake, Signal, Rendezvous, Pairs,
            Cache, Barrier, TryLock, Philosophers)


def wrong():
    return (SemaphoreBufferOneTooMany, ConditionBufferIf, ConditionBufferNotifiesOne, CounterUnlocked, CounterThreeUnlocked,
            CounterLockPerCall, AccountChecksOutside, TransferCrossed, LazyInitUnlocked, HandshakeTooEarly, SignalWithoutFlag,
            RendezvousWaitsFirst, PairsTorn, CacheUnlocked, BarrierForThree, TryLockIgnored, PhilosophersInCircle)
