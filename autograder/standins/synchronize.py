"""multiprocessing's locks and semaphores: the same object of the kernel in every process.

Invariant of Lock: ``owner`` is the task that holds the semaphore, or None; ``held`` says for each process how often it has
acquired more than released, and which of its tasks acquired last: what CPython's SemLock remembers beside the semaphore itself,
and what ``Condition`` and ``repr`` go by.
"""

from __future__ import annotations

import sys

from ..machine import machine
from . import locks, semaphores
from .locks import Acquire, TryAcquire
from .pickling import Shared
from .processes import current_process
from .semaphores import Give, LookAt, Take, TryTake
from .waiting import TIMEOUT_MAX

TOO_OFTEN = "semaphore or lock released too many times"
NOT_OWNED = "attempt to release recursive lock not owned by thread"


class _Absent:
    """A name that threading's lock has and this one has not."""

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        raise AttributeError(f"'{owner.__name__}' object has no attribute '{self.name}'")


class SemLock(Shared, locks.Lock):
    """What Lock and RLock share."""

    __module__ = "multiprocessing.synchronize"
    acquire_lock, release_lock, locked_lock = _Absent(), _Absent(), _Absent()
    if sys.version_info < (3, 14):
        locked = _Absent()

    def __init__(self, *, ctx=None):
        super().__init__()
        self.held = {}              # process number -> [acquired minus released, the task that acquired last]

    @property
    def _semlock(self):
        return self

    def _is_mine(self):
        return self.mine()

    def _count(self):
        return self.held.get(machine().current.space.number, (0,))[0]

    def take(self, machine, count):
        super().take(machine, count)
        self.note(machine.current, 1)

    def note(self, task, step):
        held = self.held.setdefault(task.space.number, [0, None])
        held[0] += step
        if step > 0:
            held[1] = task

    def let_go(self, past):
        if self.owner is None:
            raise ValueError(TOO_OFTEN)
        self.note(machine().current, -1)
        return super().let_go(past)

    def owned(self):
        """What ``threading.Condition`` finds when it tries to acquire it."""
        m = machine()
        m.needs_probing()
        return m.perform(locks.LookAt(self))

    def acquire(self, block=True, timeout=None):
        m = machine()
        block = truth(block)
        if not block or timeout is not None:
            patience = seconds(timeout)
            m.needs_probing()
            return m.perform(TryAcquire(self, patience if block else None, m))
        return m.perform(Acquire(self))

    def __exit__(self, *exc):
        self.release()

    def holder(self):
        """Who holds it, as ``repr`` says it to the running task."""
        task = machine().current
        if self._is_mine():
            name = current_process().name
            return name if task is task.space.main else f"{name}|{task.name}"
        if self.owner is None:
            return "None"
        return "SomeOtherThread" if self._count() > 0 else "SomeOtherProcess"


class Lock(SemLock):
    """Stands in for ``multiprocessing.Lock``: whoever has it, any thread of any process may release it."""

    __module__ = "multiprocessing.synchronize"

    def _is_mine(self):
        task = machine().current
        count, last = self.held.get(task.space.number, (0, None))
        return count > 0 and last is task

    def __repr__(self):
        return f"<{type(self).__name__}(owner={self.holder()})>"


class RLock(SemLock):
    """Stands in for ``multiprocessing.RLock``."""

    __module__ = "multiprocessing.synchronize"

    def _count(self):
        return self.count if self.mine() else super()._count()

    def acquire(self, block=True, timeout=None):
        if self.mine():
            truth(block)
            return machine().quietly(locks.Reenter(self, 1))
        return super().acquire(block, timeout)

    def release(self):
        m = machine()
        if not self.mine() and not m.closing:
            raise AssertionError(NOT_OWNED)
        if self.count > 1:
            m.quietly(locks.Reenter(self, -1))
        else:
            super().release()

    def __repr__(self):
        count = self.count if self.mine() else "nonzero" if self.owner else 0
        return f"<{type(self).__name__}({self.holder()}, {count})>"


class Post(Give):
    """Add a permit, unless that makes more than there may be."""

    __slots__ = ()

    def apply(self, machine):
        try:
            super().apply(machine)
        except ValueError:
            raise ValueError(TOO_OFTEN) from None


class Semaphore(Shared, semaphores.Semaphore):
    """Stands in for ``multiprocessing.Semaphore``."""

    __module__ = "multiprocessing.synchronize"

    def __init__(self, value=1, *, ctx=None):
        if not hasattr(value, "__index__"):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        if value < 0:
            raise OSError(22, "Invalid argument")
        if value >= 2 ** 31:
            raise OverflowError("Python int too large to convert to C int")
        super().__init__(value)

    def acquire(self, block=True, timeout=None):
        m = machine()
        block = truth(block)
        if block and timeout is None:
            return m.perform(Take(self))
        patience = seconds(timeout)
        return m.perform(TryTake(self, patience if block else None, m))

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def release(self):
        machine().perform(Post(self, 1))

    def get_value(self):
        return machine().perform(LookAt(self))

    def __repr__(self):
        return f"<{type(self).__name__}(value={len(self.tokens)}{'' if self.limit is None else f', maxvalue={self.limit}'})>"


class BoundedSemaphore(Semaphore):
    """Stands in for ``multiprocessing.BoundedSemaphore``."""

    __module__ = "multiprocessing.synchronize"

    def __init__(self, value=1, *, ctx=None):
        super().__init__(value)
        self.limit = value


def truth(block):
    """``block`` as SemLock takes it.  Raises TypeError where that wants an integer."""
    if sys.version_info < (3, 12) and not hasattr(block, "__index__"):
        raise TypeError(f"'{type(block).__name__}' object cannot be interpreted as an integer")
    return bool(block)


def seconds(timeout):
    """A timeout as the operations take it: None when it is over at once.  Raises TypeError for what is no number."""
    if timeout is None:
        return None
    if not hasattr(timeout, "__float__") and not hasattr(timeout, "__index__"):
        raise TypeError(f"must be real number, not {type(timeout).__name__}")
    timeout = float(timeout)
    return min(timeout, TIMEOUT_MAX) if timeout > 0 else None


def members():
    """The names of the stand-in for the module ``multiprocessing.synchronize``."""
    from .process_barriers import Barrier
    from .process_conditions import Condition  # they need the locks of this module
    from .process_events import Event
    return {"Lock": Lock, "RLock": RLock, "Semaphore": Semaphore, "BoundedSemaphore": BoundedSemaphore,
            "Condition": Condition, "Event": Event, "Barrier": Barrier}
