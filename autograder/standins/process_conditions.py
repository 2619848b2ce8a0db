"""multiprocessing's Condition: as its own code has it, in as few operations as lose nothing.

A Condition is a lock and three semaphores: who sleeps (``sleeping``), who has woken (``woken``), and the ``permits`` to wake.
``notify(n)`` gives n permits, for which all sleepers compete, and returns when n have woken.  Each of these is an operation where
a timed wait or a kill can come between (``machine.probing``); else waking and saying so are one, and permits that suffice for all
are taken in any order.  A sleeper that is killed is never taken back from ``sleeping``: who notifies it waits for ever.
"""

from __future__ import annotations

import sys
from collections import deque

from ..machine import EXCLUSIVE, Operation, Shifting, machine
from .conditions import bare_lock
from .locks import Acquire
from .pickling import Shared
from .standin import StandIn
from .synchronize import RLock, seconds
from .waiting import Timed, wait_for


class Sleep(Shifting):
    """The first half of Condition.wait: say that ``task`` is going to sleep, and let go of the lock."""

    __slots__ = ("condition", "task")
    kind = "wait"

    def __init__(self, condition, machine):
        self.condition = condition
        self.task = machine.current if machine.probing else None
        super().__init__(condition.touch)

    def more(self):
        return () if self.task is None else self.condition._lock.released_by(self.task)

    def apply(self, machine):
        self.condition.sleeping += 1
        self.condition.asleep += 1
        return self.condition._lock.let_go(machine.current.past)

    def describe(self):
        return f"waits on {self.condition.label}, letting go of {self.condition._lock.label}"


class Wake(Shifting):
    """Wait for a permit to wake, and take it."""

    __slots__ = ("condition", "probing")
    kind = "wake"

    def __init__(self, condition, probing):
        self.condition = condition
        self.probing = probing
        super().__init__(condition.permits_touch if probing else ())

    def more(self):
        condition = self.condition
        if self.probing:
            return ()
        return condition.permits_shared if len(condition.permits) >= condition.asleep else condition.permits_touch

    def enabled(self):
        return bool(self.condition.permits)

    def apply(self, machine):
        condition = self.condition
        condition.take(machine)
        if not self.probing:
            condition.woken.append(machine.current.past)
        return True

    def describe(self):
        return f"wakes up from {self.condition.label}.wait()"

    def waits_for(self):
        return f"for a notify on {self.condition.label}"


class TimedWake(Timed):
    """Take a permit to wake, or give up after ``timeout`` seconds."""

    __slots__ = ("condition",)
    kind = "wake"

    def __init__(self, condition, timeout, machine):
        super().__init__(timeout, machine, condition.permits_touch)
        self.condition = condition

    def there(self):
        return bool(self.condition.permits)

    def take(self, machine):
        self.condition.take(machine)

    def describe(self):
        if self.there():
            return f"wakes up from {self.condition.label}.wait({self.timeout or 0:g})"
        return f"gives up {self.condition.label}.wait({self.timeout or 0:g}): the time is over"

    def waits_for(self):
        return f"for a notify on {self.condition.label}, {self.patience()}"


class Woken(Operation):
    """Say that a sleeper has woken."""

    __slots__ = ("condition",)
    kind = "woken"

    def __init__(self, condition):
        self.condition = condition
        super().__init__(condition.woken_tail)

    def apply(self, machine):
        self.condition.woken.append(machine.current.past)

    def describe(self):
        return f"says that it has woken from {self.condition.label}.wait()"


class Notify(Operation):
    """Give permits to ``n`` of the sleepers, after those who have gone meanwhile have been counted out."""

    __slots__ = ("condition", "n", "given")
    kind = "notify"

    def __init__(self, condition, n, probing):
        self.condition = condition
        self.n = n
        self.given = None
        beside = condition.permits_touch + condition.woken_head + condition.woken_tail if probing else ()
        super().__init__(condition.touch + beside)

    def apply(self, machine):
        condition = self.condition
        if condition.permits:
            condition.take(machine)
            raise AssertionError("notify: Should not have been able to acquire _wait_semaphore")
        while condition.woken:
            machine.join(condition.woken.popleft())
            condition.sleeping -= 1
        self.given = 0
        while self.given < self.n and condition.sleeping:
            condition.sleeping -= 1
            self.given += 1
        condition.permits.extend([machine.current.past] * self.given)
        return self.given

    def describe(self):
        woken = "" if self.given is None else f": wakes {self.given}" if self.given else ": nobody waits"
        return f"notifies {self.condition.label}{woken}"


class Return(Operation):
    """Wait until ``n`` sleepers have said that they have woken, and take back the permits that nobody has used."""

    __slots__ = ("condition", "n")
    kind = "notified"

    def __init__(self, condition, n, probing):
        self.condition = condition
        self.n = n
        super().__init__(condition.woken_head + condition.permits_touch if probing else ())

    def ready(self):
        return len(self.condition.woken) >= self.n

    def apply(self, machine):
        for _ in range(self.n):
            machine.join(self.condition.woken.popleft())
        while self.condition.permits:
            machine.join(self.condition.permits.popleft())

    def describe(self):
        return f"returns from {self.condition.label}.notify(): {self.n} woken"

    def waits_for(self):
        return f"for {self.n} that it has notified on {self.condition.label} to wake up"


class Condition(Shared, StandIn):
    """Stands in for ``multiprocessing.Condition``."""

    __module__ = "multiprocessing.synchronize"

    def __init__(self, lock=None, *, ctx=None):
        super().__init__("condition")
        self._lock = lock or bare_lock(RLock)
        if not lock:
            self._lock.label = self.label
        self.permits_touch = (((*self.key, "permits"), EXCLUSIVE),)
        self.permits_shared = (((*self.key, "permits"), "take"),)
        self.woken_head = (((*self.key, "woken"), EXCLUSIVE),)
        self.woken_tail = (((*self.key, "woken", "tail"), EXCLUSIVE),)
        self.sleeping = 0               # have gone to sleep, less those that Notify has counted out
        self.woken = deque()            # one past for each that has woken and has not been counted
        self.permits = deque()          # to wake: the past of the notify that gave it
        self.asleep = 0                 # tasks that wait for a permit
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def take(self, machine):
        self.asleep -= 1
        machine.join(self.permits.popleft())

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def _is_mine(self):
        semlock = getattr(self._lock, "_semlock", None)
        if semlock is None:
            kind = getattr(self._lock, "unpicklable", type(self._lock).__name__)
            raise AttributeError(f"'{kind}' object has no attribute '_semlock'")
        return semlock._is_mine()

    def wait(self, timeout=None):
        assert self._is_mine(), "must acquire() condition before using wait()"
        m = machine()
        if timeout is not None:
            m.needs_probing()
        count = m.perform(Sleep(self, m))
        try:
            operation = Wake(self, m.probing) if timeout is None else TimedWake(self, seconds(timeout), m)
            return m.perform(operation)
        finally:
            if m.probing:
                m.perform(Woken(self))
            m.perform(Acquire(self._lock, count))

    def notify(self, n=1):
        assert self._is_mine(), "lock is not owned"
        m = machine()
        given = m.perform(Notify(self, n, m.probing))
        if given:
            m.perform(Return(self, given, m.probing))

    def notify_all(self):
        self.notify(n=sys.maxsize)

    wait_for = wait_for

    def __repr__(self):
        return f"<{type(self).__name__}({self._lock}, {self.sleeping - len(self.woken)})>"
