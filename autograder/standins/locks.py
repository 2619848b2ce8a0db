"""Lock and RLock.

Invariant: ``owner`` is the task that acquired last and has not been released since, or None.

The release by the owner enables others and can be seen only by those who look without waiting, so it is merged into the
step before it (a left mover, Lipton 1975) unless the program does look: then the run is made again with ``probing``.
"""

from __future__ import annotations

import sys

from ..machine import EXCLUSIVE, Operation, Restart, Shifting, machine
from .standin import StandIn
from .waiting import Timed, check_timeout

STOLEN = "a condition's lock is released by another than its owner"     # learnt: so whether it is owned must be an operation

class Acquire(Operation):
    """Wait until the lock is free, then own it."""

    __slots__ = ("lock", "count")
    kind = "acquire"
    takes = "lock"

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


class Release(Shifting):
    """``task`` lets go.  What that touches depends on whether it owns the lock: another may have released it meanwhile."""

    __slots__ = ("lock", "task")
    kind = "release"

    def __init__(self, lock, task):
        self.lock = lock
        self.task = task
        super().__init__(())

    def more(self):
        return self.lock.released_by(self.task)

    def apply(self, machine):
        self.lock.let_go(machine.current.past)

    def describe(self):
        return f"releases {self.lock.label}"


class ForeignRelease(Release):
    """Someone who does not own the lock releases it (allowed for Lock, an error if it is free)."""

    __slots__ = ()


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


class LookAtMine(LookAt):
    """A condition looks whether its lock is held, and the holder asks: that matters only where others release it."""

    __slots__ = ()
    site = STOLEN               # where that is not known, a guided run does not stop here
    silent = True


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

    __slots__ = ("owner", "past", "released", "count", "asked")

    def __init__(self):
        super().__init__("lock")
        self.owner = None
        self.past = 0                       # happens-before past of the last release
        self.released = (*self.key, "released")
        self.count = 0
        self.asked = False                  # has a condition found its owner owning it, without an operation?

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
        """Give the lock up, as part of an operation; returns what ``take`` needs to restore."""
        if self.owner is None:
            raise RuntimeError("release unlocked lock")
        if self.asked and not self.mine():
            machine().sites.add(STOLEN)
            machine().give_up(Restart())
        count, self.owner, self.count, self.past = self.count, None, 0, past
        return count

    def released_by(self, task):
        """What an operation touches in which ``task`` gives the lock up, when the run is probing."""
        return ((self.released, "release"),) if self.owner is task else (*self.touch, (self.released, EXCLUSIVE))

    def mine(self):
        return self.owner is not None and self.owner is machine().current

    def owned(self):
        """Condition's test whether the lock is held at all, as CPython makes it for a plain Lock."""
        m = machine()
        if not self.mine():
            return self.locked()
        if m.probing and (m.sites is None or STOLEN in m.sites):
            return m.perform(LookAtMine(self))
        self.asked = True
        return True

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
            step = Release(self, m.current)
            if m.probing:
                m.perform(step)
            else:
                m.quietly(step)
        else:
            m.needs_probing()
            m.perform(ForeignRelease(self, m.current))

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
