"""What the methods of a Pool return: AsyncResult, MapResult and the iterators of ``imap``."""

from __future__ import annotations

import multiprocessing as real
import types

from ..machine import Operation, machine
from .future_steps import DONE, Get, LookAt, TryGet
from .pool_results import END
from .standin import stable_hash
from .waiting import TimedWake, Waiter, Wake


class Next(Operation):
    """The only task that takes from an ``imap`` waits for the next item, or the end."""

    __slots__ = ("job", "found")
    kind = "next"

    def __init__(self, job):
        self.job = job
        self.found = None
        super().__init__()

    def ready(self):
        return bool(self.job.items) or self.job.index == self.job.length

    def apply(self, machine):
        self.found = self.job.take(machine)
        return self.found

    def describe(self):
        return f"comes to the end of {self.job.label}" if self.found is END else f"has the next result of {self.job.label}"

    def waits_for(self):
        return self.job.waited_for().replace("result", "next result")


class LookForNext(Operation):
    """Take the next item, if there is one, or the end; if not, join the waiters.  waiter None: has waited already."""

    __slots__ = ("job", "waiter", "last")
    kind = "next"

    def __init__(self, job, waiter, last=False):
        self.job = job
        self.waiter = waiter
        self.last = last
        super().__init__(job.touch)

    def apply(self, machine):
        job = self.job
        if self.last and self.waiter in job.waiters:
            job.waiters.remove(self.waiter)
        found = job.take(machine)
        if found is None and not self.last:
            job.waiters.append(self.waiter)
        return found

    def describe(self):
        return f"looks for the next result of {self.job.label}"


class ApplyResult:
    """Stands in for ``multiprocessing.pool.ApplyResult``, alias AsyncResult."""

    __hash__ = stable_hash
    __class_getitem__ = classmethod(types.GenericAlias)

    def __init__(self, pool, job):
        self._pool = pool
        self._job = job

    def ready(self):
        m, job = machine(), self._job
        if job.settled(m):
            return True
        m.needs_probing()
        return m.perform(LookAt(job, (job.done,), DONE, "ready"))

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._job.success

    def wait(self, timeout=None):
        self._wait(timeout)

    def get(self, timeout=None):
        if not self._wait(timeout):
            raise real.TimeoutError
        if self._job.success:
            return self._job.value
        raise self._job.value

    def _wait(self, timeout):
        m, job = machine(), self._job
        if timeout is None or job.settled(m):
            return m.perform(Get(job))
        m.needs_probing()
        return m.perform(TryGet(job, timeout if timeout > 0 else None, m))

    def __repr__(self):
        return f"<multiprocessing.pool.{type(self).__name__} object at {self._job.address()}>"

    def __reduce_ex__(self, protocol):
        if self._job.state not in DONE:
            return self._pool.__reduce__()
        raise TypeError("cannot pickle '_thread.lock' object")


class MapResult(ApplyResult):
    """Stands in for ``multiprocessing.pool.MapResult``."""


class IMapIterator:
    """Stands in for ``multiprocessing.pool.IMapIterator``."""

    __hash__ = stable_hash
    __repr__, __reduce_ex__ = ApplyResult.__repr__, ApplyResult.__reduce_ex__

    def __init__(self, pool, job):
        self._pool = pool
        self._job = job

    def __iter__(self):
        return self

    def next(self, timeout=None):
        m, job = machine(), self._job
        if timeout is not None or job.consumer not in (None, m.current):
            m.needs_probing()
        job.consumer = m.current
        found = self._look(m, job, timeout) if job.looked_at else m.perform(Next(job))
        if found is END:
            raise StopIteration
        if found is None:
            raise real.TimeoutError
        ok, value = found
        if ok:
            return value
        raise value

    __next__ = next

    def _look(self, m, job, timeout):
        """As the real one, which waits once on a condition and then looks once more."""
        waiter = Waiter(job)
        found = m.perform(LookForNext(job, waiter))
        if found is None:
            what = f"for the next result of {job.label}"
            m.perform(Wake(waiter, what) if timeout is None else TimedWake(waiter, what, timeout, m, job.key))
            found = m.perform(LookForNext(job, waiter, last=True))
        return found


class IMapUnorderedIterator(IMapIterator):
    """Stands in for ``multiprocessing.pool.IMapUnorderedIterator``."""
