"""Lock and RLock.

Invariant: ``owner`` is the task that acquired last and has not been released since, or None.

The release by the owner enables others and can be seen only by those who look without waiting, so it is merged into the
step before it (a left mover, Lipton 1975) unless the program does look: then the run is made again with ``probing``.
"""

from __future__ import annotations

import sys

from ..machine import EXCLUSIVE, Operation, machine
from .standin import StandIn
from .waiting import Timed


class Acquire(Operation):
    """Wait until the lock is free, then own it."""

    __slots__ = ("lock", "count")
    kind = "acquire"

    def __init__(self, lock, count=1):
        self.lock = lock
        self.count = count
        self.touches = lock.touch
        self.after = 0

    def ready(self):
        return self.lock.owner is None

    def apply(self, machine):
        self.lock.take(machine, self.count)
        return True

    def describe(self):
        return f"acquires {self.lock.label}"

    def waits_for(self):
        return self.lock.waited_for()


class Reacquire(Acquire):
    """After a notification: own the lock again (Condition.wait's way back)."""

    __slots__ = ("waiter",)
    kind = "wake"

    def __init__(self, lock, count, waiter):
        super().__init__(lock, count)
        self.waiter = waiter

    def ready(self):
        return self.waiter.notified and self.lock.owner is None

    def describe(self):
        return f"wakes up from {self.waiter.label}.wait() and acquires {self.lock.label} again"

    def waits_for(self):
        if self.waiter.notified:
            return super().waits_for()
        return f"for a notify on {self.waiter.label}"


class TryAcquire(Timed):
    """Take the lock if it is free; with ``timeout`` (seconds), wait for it that long."""

    __slots__ = ("lock",)
    kind = "try_acquire"

    def __init__(self, lock, timeout, machine):
        super().__init__(timeout, machine, lock.touch + ((lock.released, EXCLUSIVE),))
        self.lock = lock

    def there(self):
        return self.lock.owner is None

    def take(self, machine):
        self.lock.take(machine, 1)

    def describe(self):
        return f"tries to acquire {self.lock.label} {self.patience()}"

    def waits_for(self):
        return self.lock.waited_for()


class Release(Operation):
    """The owner lets go."""

    __slots__ = ("lock",)
    kind = "release"
    enabling = True

    def __init__(self, lock, probing):
        self.lock = lock
        self.touches = ((lock.released, "release"),) if probing else ()
        self.after = 0

    def apply(self, machine):
        self.lock.owner = None
        self.lock.past = machine.current.past

    def describe(self):
        return f"releases {self.lock.label}"


class ForeignRelease(Operation):
    """Someone who does not own the lock releases it (allowed for Lock, an error if it is free)."""

    __slots__ = ("lock",)
    kind = "release"
    enabling = True

    def __init__(self, lock):
        self.lock = lock
        super().__init__(lock.touch + ((lock.released, EXCLUSIVE),))

    def apply(self, machine):
        if self.lock.owner is None:
            raise RuntimeError("release unlocked lock")
        self.lock.owner = None
        self.lock.past = machine.current.past

    def describe(self):
        return f"releases {self.lock.label}"


class LookAt(Operation):
    """``locked()``: look whether the lock is held."""

    __slots__ = ("lock",)
    kind = "locked"

    def __init__(self, lock):
        self.lock = lock
        super().__init__(lock.touch + ((lock.released, EXCLUSIVE),))

    def apply(self, machine):
        return self.lock.owner is not None

    def describe(self):
        return f"looks whether {self.lock.label} is held"


class Reenter(Operation):
    """The owner of an RLock acquires or releases it once more or less: nobody else can see that."""

    __slots__ = ("lock", "step")
    kind = "reenter"

    def __init__(self, lock, step):
        self.lock = lock
        self.step = step
        super().__init__()

    def apply(self, machine):
        self.lock.count += self.step
        return True

    def describe(self):
        return f"{'acquires' if self.step > 0 else 'releases'} {self.lock.label}, now {self.lock.count} deep"


class Lock(StandIn):
    """Stands in for ``threading.Lock``; and what all locks share.  Like the real one it takes no attributes of the program's."""

    __slots__ = ("owner", "past", "released", "count")

    def __init__(self):
        super().__init__("lock")
        self.owner = None
        self.past = 0                       # happens-before past of the last release
        self.released = (*self.key, "released")
        self.count = 0

    def take(self, machine, count):
        self.owner = machine.current
        self.count = count
        machine.join(self.past)

    def waited_for(self):
        """What a task that is blocked on this lock waits for, in words."""
        owner = self.owner
        if owner is None:
            return f"for {self.label}"
        return f"for {self.label}, held by {owner.name}" + (", which has ended without releasing it" if owner.done else "")

    def let_go(self, past):
        """Give the lock up as part of another operation (Condition.wait); returns what ``take`` needs to restore."""
        count, self.owner, self.count, self.past = self.count, None, 0, past
        return count

    def mine(self):
        return self.owner is not None and self.owner is machine().current

    def owned(self):
        """Condition's test whether the lock is held at all, as CPython makes it for a plain Lock."""
        return self.mine() or self.locked()

    def acquire(self, blocking=True, timeout=-1):
        m = machine()
        if blocking is not True or timeout != -1:
            check_timeout(blocking, timeout)
        if blocking and timeout == -1:
            return m.perform(Acquire(self))
        m.needs_probing()
        return m.perform(TryAcquire(self, timeout if blocking else None, m))

    def release(self):
        m = machine()
        if self.owner is m.current and not m.closing:
            if m.probing:
                m.perform(Release(self, True))
            else:
                m.quietly(Release(self, False))
        else:
            m.needs_probing()
            m.perform(ForeignRelease(self))

    def locked(self):
        m = machine()
        m.needs_probing()
        return m.perform(LookAt(self))

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __repr__(self):
        return f"<{'locked' if self.owner else 'unlocked'} {self.unpicklable} object{self.details()} at {self.address()}>"

    def details(self):
        return ""


class _Absent:
    """An attribute that Lock has and RLock, before Python 3.14, has not."""

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        raise AttributeError(f"'_thread.RLock' object has no attribute '{self.name}'")


class RLock(Lock):
    """Stands in for ``threading.RLock``."""

    __slots__ = ()
    unpicklable = "_thread.RLock"
    if sys.version_info < (3, 14):
        locked = _Absent()
    acquire_lock = release_lock = locked_lock = _Absent()

    def owned(self):
        return self.mine()

    _is_owned = owned

    def acquire(self, blocking=True, timeout=-1):
        if self.mine():
            if blocking is not True or timeout != -1:
                check_timeout(blocking, timeout)
            return machine().quietly(Reenter(self, 1))
        return super().acquire(blocking, timeout)

    def release(self):
        if not self.mine():
            if machine().closing:
                return
            raise RuntimeError("cannot release un-acquired lock")
        if self.count > 1:
            machine().quietly(Reenter(self, -1))
        else:
            super().release()

    def _release_save(self):
        """What CPython's Condition uses: let go however often it is held."""
        count = self.count
        if self.mine():
            self.count = 1
        self.release()
        return count

    def _acquire_restore(self, count):
        self.acquire()
        self.count = count

    def details(self):
        return f" owner={1_000 + self.owner.id if self.owner else 0} count={self.count if self.owner else 0}"


def check_timeout(blocking, timeout):
    """Refuse the arguments that CPython's locks refuse."""
    if sys.version_info < (3, 12) and not hasattr(blocking, "__index__"):
        _no_integer(blocking)
    if not isinstance(timeout, float) and not hasattr(timeout, "__index__"):
        _no_integer(timeout)
    if timeout != timeout:
        raise ValueError("Invalid value NaN (not a number)")
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be " + ("positive" if sys.version_info < (3, 13) else "a non-negative number"))


def _no_integer(value):
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
