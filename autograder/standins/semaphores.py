"""Semaphore and BoundedSemaphore.

Invariant: ``len(tokens)`` is the counter.  Permits are handed out first in, first out, each carrying the past of the
release that made it, so that an acquire comes after the very release that it lives on.  Acquires depend on acquires and
releases on releases; an acquire and a release commute whenever both are enabled.
"""

from __future__ import annotations

from collections import deque

from ..machine import EXCLUSIVE, Operation, machine
from .standin import StandIn
from .waiting import Timed


class Take(Operation):
    """Wait until the counter is above zero, then take one away."""

    __slots__ = ("semaphore",)
    kind = "acquire"
    takes = "permit"

    def __init__(self, semaphore):
        self.semaphore = semaphore
        self.touches = semaphore.head
        self.after = 0

    def ready(self):
        return bool(self.semaphore.tokens)

    def apply(self, machine):
        machine.join(self.semaphore.tokens.popleft())
        return True

    def describe(self):
        return f"acquires {self.semaphore.label}"

    def waits_for(self):
        return f"for {self.semaphore.label}, which is at 0"


class TryTake(Timed):
    """Take a permit if there is one; with ``timeout`` (seconds), wait for it that long."""

    __slots__ = ("semaphore",)
    kind = "try_acquire"

    def __init__(self, semaphore, timeout, machine):
        super().__init__(timeout, machine, semaphore.head + semaphore.tail)
        self.semaphore = semaphore

    def there(self):
        return bool(self.semaphore.tokens)

    def take(self, machine):
        machine.join(self.semaphore.tokens.popleft())

    def describe(self):
        return f"tries to acquire {self.semaphore.label} {self.patience()}"

    def waits_for(self):
        return f"for {self.semaphore.label}, which is at 0"


class Give(Operation):
    """Add ``n`` permits."""

    __slots__ = ("semaphore", "n")
    kind = "release"

    def __init__(self, semaphore, n):
        self.semaphore = semaphore
        self.n = n
        self.touches = semaphore.tail if semaphore.limit is None else semaphore.head + semaphore.tail
        self.after = 0

    def apply(self, machine):
        s = self.semaphore
        if s.limit is not None and len(s.tokens) + self.n > s.limit:
            raise ValueError("Semaphore released too many times")
        s.tokens.extend([machine.current.past] * self.n)

    def describe(self):
        return f"releases {self.semaphore.label}" + (f" {self.n} times" if self.n > 1 else "")


class LookAt(Operation):
    """Read the counter."""

    __slots__ = ("semaphore",)
    kind = "read"

    def __init__(self, semaphore):
        self.semaphore = semaphore
        super().__init__(semaphore.head + semaphore.tail)

    def apply(self, machine):
        return len(self.semaphore.tokens)

    def describe(self):
        return f"reads the counter of {self.semaphore.label}"


class Semaphore(StandIn):
    """Stands in for ``threading.Semaphore``."""

    __module__ = "threading"
    limit = None

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self.tokens = deque([0] * value)
        super().__init__("semaphore")
        self.head = self.touch
        self.tail = (((*self.key, "tail"), EXCLUSIVE),)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        m = machine()
        if blocking and timeout is None:
            return m.perform(Take(self))
        if timeout is not None and timeout <= 0:
            timeout = None
        return m.perform(TryTake(self, timeout, m))

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        machine().perform(Give(self, n))

    def __exit__(self, error_type, error, traceback):
        self.release()

    @property
    def _value(self):
        return machine().perform(LookAt(self))

    def __repr__(self):
        value = len(self.tokens) if self.limit is None else f"{len(self.tokens)}/{self.limit}"
        return f"<{type(self).__module__}.{type(self).__qualname__} at {self.address()}: value={value}>"


class BoundedSemaphore(Semaphore):
    """Stands in for ``threading.BoundedSemaphore``."""

    __module__ = "threading"

    def __init__(self, value=1):
        super().__init__(value)
        self.limit = value

    @property
    def _initial_value(self):
        return self.limit
