"""The desk of a Pool: where tasks wait for workers, and what the pool's owner does there, step by step.

Tasks wait first in, first out, each with the past of its putting; any worker may take the next one.
"""

from __future__ import annotations

import signal
import sys
from collections import deque

from ..machine import EXCLUSIVE, READ, Exit, Operation, Shifting, machine
from . import pickling
from .pickling import Shared
from .standin import StandIn

RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"
HANDLER = "handler" if sys.version_info >= (3, 12) else "hander"        # as CPython spells it


class PoolTask:
    """One call, or one chunk of calls.  call: (function, args, kwargs), as a pickle where a process is to run it.

    error: what pickling it gave.  runner: the task of the machine that has taken it.  arrived: has its result come?
    """

    __slots__ = ("job", "index", "call", "error", "runner", "arrived")

    def __init__(self, job, index, call, threads):
        self.job = job
        self.index = index
        self.call = call
        self.error = self.runner = None
        self.arrived = False
        job.tasks.append(self)
        if not threads:
            try:
                self.call = pickling.dumps(call)
            except Exception as error:
                self.error = error

    @property
    def label(self):
        return f"{self.job.label}, part {self.index + 1}" if self.job.parts else self.job.label


class PoolDesk(Shared, StandIn):
    """Where the tasks of one pool wait.

    jobs: what is not complete yet, in the order of submitting.  user: the only task that uses the pool, unless the machine is probing;
    used: has it submitted anything?
    sequences: what the task handler has still to put; sequencing: does all go through it?
    results: what the result handler has still to deal with; handled: does all go through it?
    deaths: (past, task) of the ends of workers that are to be replaced; replacing: is the worker handler played?  nudged: would it
    see the end of a thread?  barren: how many workers in a row have ended before their first task.
    reader: the task that holds the lock of the queue of tasks.

    Invariants: ``left`` holds once the pool has been closed and no job is left; no task is taken after ``left`` or
    ``terminated``.  ``ended_past`` has the pasts of whatever these two come from.
    """

    def __init__(self, threads):
        super().__init__("pool")
        self.threads = threads
        self.space = machine().current.space
        for name in ("tail", "open", "ending", "over", "post", "death", "lock"):
            setattr(self, f"{name}_key", (*self.key, name))
        self.state = RUN
        self.workers = []
        self.calls = deque()
        self.jobs = {}
        self.sequences = deque()
        self.sequencing = False
        self.results = deque()
        self.handled = False
        self.used = False
        self.user = None
        self.replacing = False
        self.deaths = deque()
        self.nudged = False
        self.barren = 0
        self.reader = None
        self.reader_past = 0
        self.left = False
        self.terminated = False
        self.ended_past = 0
        self.result_handler = None

    def task_of(self, worker):
        """The task of the machine that a worker is."""
        return worker.task_ if self.threads else worker._popen.main

    def over(self):
        """May the workers and handlers go home?"""
        return self.left or self.terminated

    def jammed(self):
        """Was a worker killed while it held the lock of the queue of tasks?"""
        return self.reader is not None and self.reader.done

    def settle(self, past):
        """The pool was closed, or a job is complete: perhaps that was all."""
        if not self.over():
            self.ended_past |= past
        if not self.jobs:
            self.nudged = True
            self.left = self.left or self.state == CLOSE

    def put(self, tasks, past):
        self.calls.extend((task, past) for task in tasks)

    def finish(self, job, past):
        """A job is complete."""
        job.finish(past)
        self.jobs.pop(job, None)
        self.settle(past)

    def died(self, machine, task):
        """A worker has ended, and is to be replaced."""
        if not self.replacing:
            machine.needs_probing()
        self.deaths.append((machine.current.past, task))

    def __reduce__(self):
        pickling.check_spawning(self)
        return enter, (pickling.register(self),)


def enter(number):
    """A worker process unpickles its desk: from now on its end is noticed."""
    desk = pickling.attach(number)
    space = machine().current.space
    space.handles[desk.key] = Presence(desk, space.main)
    return desk


class Presence:
    """What a worker process holds as long as it is to work: when it ends with this, it is to be replaced."""

    def __init__(self, desk, task):
        self.desk = desk
        self.task = task
        self.touches = ((desk.death_key, EXCLUSIVE),)

    def vanish(self, machine):
        if not self.desk.terminated:
            self.desk.died(machine, self.task)


# -- what the owner does ---------------------------------------------------------------------------------------------

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
