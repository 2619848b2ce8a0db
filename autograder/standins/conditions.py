"""Condition and Event."""

from __future__ import annotations

from collections import deque

from ..machine import EXCLUSIVE, READ, Operation, Shifting, machine
from .locks import Lock, Reacquire, RLock
from .standin import StandIn
from .waiting import TimedWake, Waiter, Wake, wait_for


class Wait(Shifting):
    """The first half of Condition.wait: ``task`` joins the waiters and lets go of the lock, in one step.

    CPython's test whether a plain Lock is owned is whether it is held: it may be another task's that is let go of.
    """

    __slots__ = ("condition", "waiter", "task")
    kind = "wait"

    def __init__(self, condition, waiter, machine):
        self.condition = condition
        self.waiter = waiter
        self.task = machine.current if machine.probing and isinstance(condition._lock, Lock) else None
        super().__init__(condition.touch)

    def more(self):
        return () if self.task is None else self.condition._lock.released_by(self.task)

    def apply(self, machine):
        self.condition._waiters.append(self.waiter)
        if isinstance(self.condition._lock, Lock):
            return self.condition._lock.let_go(machine.current.past)

    def describe(self):
        return f"waits on {self.condition.label}, letting go of {getattr(self.condition._lock, 'label', 'its lock')}"


class Notify(Operation):
    """Wake the ``n`` waiters that have waited longest."""

    __slots__ = ("condition", "n", "woken")
    kind = "notify"

    def __init__(self, condition, n):
        self.condition = condition
        self.n = n
        self.woken = None
        super().__init__(condition.touch)

    def apply(self, machine):
        past = machine.current.past
        waiters = self.condition._waiters
        self.woken = 0
        while waiters and self.woken < self.n:
            waiters.popleft().notify(past)
            self.woken += 1

    def describe(self):
        woken = "" if self.woken is None else \
            ": nobody waits" if not self.woken else f": wakes {self.woken}"
        return f"notifies {self.condition.label}{woken}"


def bare_lock(cls):
    """The RLock that a Condition without a lock of its own hides; refused where the contract rules RLocks out."""
    world = machine().world
    if world is not None and "RLock" in world.forbids:
        world.refuse("Condition() without a lock hides an RLock, which may not be used: give it a Lock")
    return cls()


class Condition(StandIn):
    """Stands in for ``threading.Condition``.  Waiters are woken first in, first out, as CPython does."""

    def __init__(self, lock=None):
        super().__init__("condition")
        self._lock = bare_lock(RLock) if lock is None else lock
        self._waiters = deque()
        if lock is None:
            self._lock.label = self.label
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def _is_owned(self):
        lock = self._lock
        if isinstance(lock, Lock):
            return lock.owned()
        if hasattr(lock, "_is_owned"):
            return lock._is_owned()
        if lock.acquire(False):
            lock.release()
            return False
        return True

    def wait(self, timeout=None):
        m = machine()
        if not self._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        waiter = Waiter(self)
        what = f"for a notify on {self.label}"
        timed = None if timeout is None else TimedWake(waiter, what, timeout, m, self.key)
        count = m.perform(Wait(self, waiter, m))
        ours = isinstance(self._lock, Lock)
        if not ours:
            self._lock.release()
        if timeout is None and ours:
            waiter.operation = Reacquire(self._lock, count, waiter)
            m.perform(waiter.operation)
            return True
        woken = m.perform(timed or Wake(waiter, what))
        self._lock.acquire()
        if ours:
            self._lock.count = count
        if not woken and waiter in self._waiters:
            self._waiters.remove(waiter)    # only now, as in CPython: until then a notify can still go to it, and is lost
        return woken

    wait_for = wait_for

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        machine().perform(Notify(self, n))

    def notify_all(self):
        if not self._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        machine().perform(Notify(self, len(self._waiters) + 1_000_000))

    notifyAll = notify_all

    def __repr__(self):
        return f"<Condition({self._lock}, {len(self._waiters)})>"


class EventStep(Operation):
    """set, clear, is_set, and the first half of wait."""

    __slots__ = ("event", "what", "waiter", "value")
    kind = "event"

    def __init__(self, event, what, waiter=None):
        self.event = event
        self.what = what
        self.waiter = waiter
        self.value = None
        super().__init__(((event.key, EXCLUSIVE if what in ("set", "clear") else READ),))

    def apply(self, machine):
        event = self.event
        if self.what == "set":
            event._flag = True
            for waiter in event.waiters_:
                waiter.notify(machine.current.past)
            event.waiters_.clear()
        elif self.what == "clear":
            event._flag = False
        elif not event._flag and self.waiter is not None:
            event.waiters_.append(self.waiter)
        self.value = event._flag
        return event._flag

    def describe(self):
        if self.what in ("set", "clear"):
            return f"{self.what}s {self.event.label}"
        return f"reads {self.event.label}" + ("" if self.value is None else ": set" if self.value else ": not set")


class Event(StandIn):
    """Stands in for ``threading.Event``.  Who waits when it is set goes on, even if it is cleared at once."""

    __module__ = "threading"

    def __init__(self):
        super().__init__("event")
        self._flag = False
        self.waiters_ = []

    def set(self):
        machine().perform(EventStep(self, "set"))

    def clear(self):
        machine().perform(EventStep(self, "clear"))

    def is_set(self):
        return machine().perform(EventStep(self, "is_set"))

    isSet = is_set

    def wait(self, timeout=None):
        m = machine()
        waiter = Waiter(self)
        if m.perform(EventStep(self, "wait", waiter)):
            return True
        what = f"for {self.label} to be set"
        if timeout is None:
            return m.perform(Wake(waiter, what))
        woken = False
        try:
            woken = m.perform(TimedWake(waiter, what, timeout, m, self.key))
        finally:
            if not woken and waiter in self.waiters_:
                self.waiters_.remove(waiter)
        return woken

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} at {self.address()}: {'set' if self._flag else 'unset'}>"
