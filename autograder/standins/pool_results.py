"""The results of a Pool on the machine's side, and how the results of tasks come to them.

A worker hands its result straight to the job, in one step.  Only where somebody could tell the difference (a callback is called
in between, a result is looked at …) does it go through the pool's result handler (``pool_handlers``).
"""

from __future__ import annotations

from collections import deque

from ..machine import EXCLUSIVE, READ, Operation, machine
from . import pickling
from .future_steps import DONE, FINISHED, PENDING
from .standin import StandIn


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

    items: (ok, value, past) that can be had now; early: those that came before their turn, by number; index: how many have had
    their turn; length: how many there will be, or None.  consumer: the task that has asked for them.  In which order results come
    makes no difference unless the machine is probing: then several tasks may ask, or one with a timeout.
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
        self.looked_at = machine().probing

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
            machine.needs_probing()         # the result handler will fail
        finally:
            machine.current = worker
        super().apply(machine)


class Finish(Operation):
    """The callback has been called: the job is done."""

    __slots__ = ("job",)
    kind = "finish"

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

    def __init__(self, job, length):
        self.job = job
        self.length = length
        super().__init__(job.touches(True) + ((job.desk.ending_key, READ), (job.desk.over_key, "finish")))

    def apply(self, machine):
        if self.job.set_length(self.length, machine.current.past):
            self.job.desk.finish(self.job, machine.current.past)

    def describe(self):
        return f"has put all of {self.job.label}"
