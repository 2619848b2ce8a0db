"""What the owner of a Pool does with it, step by step: submits, closes, terminates, joins."""

from __future__ import annotations

import signal
import sys

from ..machine import EXCLUSIVE, READ, Exit, Operation, Shifting, machine
from .pool_desk import CLOSE, RUN, TERMINATE

HANDLER = "handler" if sys.version_info >= (3, 12) else "hander"        # as CPython spells it


class ReadState(Operation):
    """Is the pool running, closed or terminated?"""

    __slots__ = ("desk",)
    kind = "look"

    def __init__(self, desk):
        self.desk = desk
        super().__init__(((desk.open_key, READ),))

    def apply(self, machine):
        return self.desk.state

    def describe(self):
        return f"looks whether {self.desk.label} is running"


class Submit(Operation):
    """Put tasks at the end of the line; where they are not ``ready_made``, the task handler does.

    Returns True when that is the first thing for it to do.
    """

    __slots__ = ("desk", "job", "tasks", "ready_made")
    kind = "submit"

    def __init__(self, desk, job, tasks, ready_made):
        self.desk = desk
        self.job = job
        self.tasks = tasks
        self.ready_made = ready_made
        super().__init__(((desk.tail_key, EXCLUSIVE), (desk.open_key, READ), (desk.ending_key, READ)))

    def apply(self, machine):
        desk, past = self.desk, machine.current.past
        desk.jobs[self.job] = True
        if self.ready_made and not self.tasks and self.job.length == 0:
            desk.finish(self.job, past)         # an empty imap; an empty map has ended before it is submitted
        if self.ready_made and not desk.sequencing:
            if not desk.terminated:
                desk.put(self.tasks, past)
            return None
        desk.sequences.append((self.job, enumerate(self.tasks) if self.ready_made else self.tasks, past))
        first, desk.sequencing = not desk.sequencing, True
        return first or None

    def describe(self):
        return f"submits {self.job.label}"


class Close(Operation):
    """``close``: nothing more can be submitted; the workers end when all is done."""

    __slots__ = ("desk",)
    kind = "close"

    def __init__(self, desk):
        self.desk = desk
        super().__init__(((desk.open_key, EXCLUSIVE),))

    def apply(self, machine):
        if self.desk.state == RUN:
            self.desk.state = CLOSE
            self.desk.settle(machine.current.past)

    def describe(self):
        return f"closes {self.desk.label}"


class Stop(Operation):
    """The first half of ``terminate``, where several tasks use the pool: nothing more can be submitted."""

    __slots__ = ("desk",)
    kind = "stop"

    def __init__(self, desk):
        self.desk = desk
        super().__init__(((desk.open_key, EXCLUSIVE),))

    def apply(self, machine):
        self.desk.state = TERMINATE

    def describe(self):
        return f"begins to terminate {self.desk.label}"


class Terminate(Shifting):
    """The second half: nothing more is taken, no result counts from now on, and idle processes end.  Returns the others.

    To end idle processes at once loses nothing: what waits for a task does nothing any more.
    """

    __slots__ = ("desk",)
    kind = "terminate"

    def __init__(self, desk):
        self.desk = desk
        super().__init__(((desk.ending_key, EXCLUSIVE),))

    def more(self):
        desk = self.desk
        touches = ((desk.key, EXCLUSIVE if desk.calls else READ),)
        m = machine()
        if m.probing and not desk.threads:
            touches += ((desk.lock_key, EXCLUSIVE), (desk.death_key, READ))
            for worker in desk.workers:
                if idle(worker):
                    touches += ((("life", worker._popen.number), EXCLUSIVE), (("end", worker._popen.main.id), EXCLUSIVE))
        return touches

    def enabled(self):
        return self.desk.threads or not self.desk.jammed()

    def apply(self, machine):
        desk = self.desk
        processes = [] if desk.threads else [worker for worker in desk.workers if not worker._popen.ended]
        busy = [worker for worker in processes if not idle(worker)]
        if desk.jobs or any(type(worker._popen.main.pending) is not Exit for worker in busy):
            machine.needs_probing()         # work is cut off: where, is to be explored
        handler = desk.result_handler
        if desk.jobs and handler is not None and handler.done:
            raise AssertionError(f"Cannot have cache with result_{HANDLER} not alive")
        desk.state = TERMINATE
        desk.terminated = True
        desk.calls.clear()
        desk.ended_past |= machine.current.past
        for worker in processes:
            if worker not in busy:
                worker._popen.end(machine, -signal.SIGTERM)
        return busy

    def describe(self):
        return f"terminates {self.desk.label}"

    def waits_for(self):
        return f"for the lock of the queue of {self.desk.label}, which {self.desk.reader.name} held when it was killed"


def idle(worker):
    """Does this process wait for a task, and do nothing else?  (The feeder of a queue may have something to write.)

    Whatever changes that touches ``ending_key``, or takes a task.
    """
    space = worker._popen
    tasks = [task for task in machine().alive if task.space is space]
    return tasks == [space.main] and space.main.pending is not None and space.main.pending.kind in ("take", "grab")


class AllOver(Operation):
    """``join``: wait until all is done, or the pool has been terminated."""

    __slots__ = ("desk",)
    kind = "join"

    def __init__(self, desk):
        self.desk = desk
        super().__init__()

    def ready(self):
        return self.desk.over()

    def apply(self, machine):
        machine.join(self.desk.ended_past)

    def describe(self):
        return f"joins {self.desk.label}"

    def waits_for(self):
        job = next(iter(self.desk.jobs), None)
        return f"for {self.desk.label} to be done" + (f" with {job.label}, {job.whereabouts()}" if job is not None else "")
