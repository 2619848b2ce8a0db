"""The results of a Pool: what its ``_async`` methods and ``imap`` return, and how the results of tasks come to them.

A worker hands its result straight to the job, in one step.  Only where somebody could tell the difference (a callback is called in
between, a result is looked at …) does it go through the pool's result handler (``pool_handlers``).
"""

from __future__ import annotations

import multiprocessing as real
import types
from collections import deque

from ..machine import EXCLUSIVE, READ, Operation, machine
from . import pickling
from .future_steps import DONE, FINISHED, PENDING, Get, LookAt, TryGet
from .pool_desk import helped, needs_helpers
from .standin import StandIn, stable_hash
from .waiting import TimedWake, Waiter, Wake


class Job(StandIn):
    """The machine's side of an ApplyResult: one call.  It is done as a Future is: see ``future_steps``.

    tasks: what it consists of, as far as known; parts: are they several?  past: of all that has come.  asked: is the
    question on its way what it waits for?
    """

    def __init__(self, desk, what, function, callback=None, error_callback=None):
        super().__init__("result")
        name = getattr(function, "__name__", "")
        self.label = f"{what} {machine().number(what)}" + (f" ({name})" if isinstance(name, str) and name.isidentifier() else "")
        self.done = (*self.key, "done")
        self.desk = desk
        self.callback = callback
        self.error_callback = error_callback
        self.tasks = []
        self.parts = False
        self.state = PENDING
        self.past = 0
        self.success = True
        self.value = None
        self.asked = False

    def settled(self, machine):
        """Is it done, and does the running task know that?"""
        return self.state in DONE and not self.past & ~machine.current.past

    def touches(self, ok):
        """What the coming of a result touches."""
        return ((self.done, "deliver"),)

    def store(self, index, ok, value, past):
        """A result has come.  Is the job complete now?"""
        self.past |= past
        self.success, self.value = ok, value
        return True

    def finish(self, past):
        self.past |= past
        self.state = FINISHED

    def waited_for(self):
        """What somebody waits for who waits for this, in words."""
        return f"for the result of {self.label}, {self.whereabouts()}"

    def whereabouts(self):
        """What has become of it, in words."""
        desk = self.desk
        if desk.terminated:
            return "which will not come: the pool was terminated"
        missing = next((task for task in self.tasks if not task.arrived), None)
        runner = missing and missing.runner
        if runner is not None and runner.done:
            return f"which was lost when {runner.name} ended"
        if missing is None or desk.result_handler is not None and desk.result_handler.done:
            return "which the pool's result handler does not set"
        if runner is None:
            return "which no worker has begun"
        blocked = runner.pending is not None and runner.pending.ready is not None and not runner.pending.ready()
        if not blocked or self.asked:
            return f"which {runner.name} has begun"
        self.asked = True
        try:
            return f"which {runner.name} has begun, and {runner.name} waits {runner.pending.waits_for()}"
        finally:
            self.asked = False


class MapJob(Job):
    """The machine's side of a MapResult: chunks of calls.  The first exception to come is kept; it is done when all have come."""

    def __init__(self, desk, function, chunksize, length, callback, error_callback):
        super().__init__(desk, "map", function, callback, error_callback)
        self.chunksize = chunksize
        self.value = [None] * length
        self.failures = (*self.key, "failures")
        if chunksize <= 0:
            self.missing = 0
            self.state = FINISHED
        else:
            self.missing = length // chunksize + bool(length % chunksize)
        self.parts = self.missing > 1

    def touches(self, ok):
        return super().touches(ok) if ok else super().touches(ok) + ((self.failures, EXCLUSIVE),)

    def store(self, index, ok, value, past):
        self.past |= past
        self.missing -= 1
        if not ok and self.success:
            self.success, self.value = False, value
        elif ok and self.success:
            self.value[index * self.chunksize:(index + 1) * self.chunksize] = value
        return self.missing == 0


class ImapJob(Job):
    """The machine's side of what ``imap`` returns.

    items: (ok, value, past) that can be had now; early: those that came before their turn, by number; index: how many have had their
    turn; length: how many there will be, or None.  consumer: the task that has asked for them.  In which order results come makes no
    difference unless helpers are played: then several tasks may ask, or one with a timeout.
    """

    def __init__(self, desk, what, function):
        super().__init__(desk, what, function)
        self.parts = True
        self.items = deque()
        self.early = {}
        self.index = 0
        self.length = None
        self.length_past = 0
        self.consumer = None
        self.waiters = deque()
        self.looked_at = helped(machine())

    def touches(self, ok):
        return ((self.key, EXCLUSIVE if self.looked_at else "deliver"),)

    def store(self, index, ok, value, past):
        self.early[index] = ok, value, past
        if index == self.index:
            self._release()
            self._wake(past)
        return self.index == self.length

    def _release(self):
        while self.index in self.early:
            ok, value, past = self.early.pop(self.index)
            self.past |= past
            self.items.append((ok, value, self.past))
            self.index += 1

    def _wake(self, past):
        if self.waiters:
            self.waiters.popleft().notify(past)

    def set_length(self, length, past):
        """All tasks have been put.  Have all results come?"""
        self.length = length
        self.length_past = past
        if self.index == length:
            self._wake(past)
        return self.index == length

    def take(self, machine):
        """The next item, END or None if there is neither."""
        if self.items:
            ok, value, past = self.items.popleft()
            machine.join(past)
            return ok, value
        if self.index == self.length:
            machine.join(self.past | self.length_past)
            return END
        return None


class UnorderedJob(ImapJob):
    """The same for ``imap_unordered``: in the order of coming."""

    def touches(self, ok):
        return self.touch

    def store(self, index, ok, value, past):
        self.past |= past
        self.items.append((ok, value, past))
        self.index += 1
        self._wake(past)
        return self.index == self.length


END = (None, "end")


# -- how results come ------------------------------------------------------------------------------------------------

class Store(Operation):
    """The result of a task comes to its job.  Returns whether that is complete now."""

    __slots__ = ("task", "ok", "value")
    kind = "result"
    enabling = True

    def __init__(self, task, ok, value):
        self.task = task
        self.ok = ok
        self.value = value
        desk = task.job.desk
        super().__init__(task.job.touches(ok) + ((desk.ending_key, READ), (desk.over_key, "finish")))

    def apply(self, machine):
        self.task.arrived = True
        return self.task.job.store(self.task.index, self.ok, self.value, machine.current.past)

    def describe(self):
        return f"has the {'result' if self.ok else 'exception'} of {self.task.label}"


class Deliver(Store):
    """The same where no callback is to be called in between: who waits for the job goes on if it is complete."""

    __slots__ = ()

    def apply(self, machine):
        job = self.task.job
        if super().apply(machine):
            job.desk.finish(job, machine.current.past)

    def describe(self):
        return f"delivers the {'result' if self.ok else 'exception'} of {self.task.label}"


class DeliverPickle(Deliver):
    """The same by a worker process: the owner gets a copy."""

    __slots__ = ()

    def apply(self, machine):
        worker, machine.current = machine.current, self.task.job.desk.space.main
        try:
            self.value = machine.atomically(pickling.loads, self.value)
        except Exception:
            machine.current = worker
            needs_helpers(machine)          # the result handler will fail
        finally:
            machine.current = worker
        super().apply(machine)


class Finish(Operation):
    """The callback has been called: the job is done."""

    __slots__ = ("job",)
    kind = "finish"
    enabling = True

    def __init__(self, job):
        self.job = job
        super().__init__(((job.done, EXCLUSIVE), (job.desk.ending_key, READ), (job.desk.over_key, "finish")))

    def apply(self, machine):
        self.job.desk.finish(self.job, machine.current.past)

    def describe(self):
        return f"makes {self.job.label} ready"


class SetLength(Operation):
    """The task handler has put the last task of an ``imap``."""

    __slots__ = ("job", "length")
    kind = "length"
    enabling = True

    def __init__(self, job, length):
        self.job = job
        self.length = length
        super().__init__(job.touches(True) + ((job.desk.ending_key, READ), (job.desk.over_key, "finish")))

    def apply(self, machine):
        if self.job.set_length(self.length, machine.current.past):
            self.job.desk.finish(self.job, machine.current.past)

    def describe(self):
        return f"has put all of {self.job.label}"


# -- what the program does with them ---------------------------------------------------------------------------------

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
        needs_helpers(m)
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
        needs_helpers(m)
        return m.perform(TryGet(job, timeout if timeout > 0 else None, m))

    def __repr__(self):
        return f"<multiprocessing.pool.{type(self).__name__} object at {0x7f0000000000 + 64 * self._job.key[1]:#x}>"

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
            needs_helpers(m)
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
