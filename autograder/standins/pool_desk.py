"""The desk of a Pool: where tasks wait for workers.

Tasks wait first in, first out, each with the past of its putting; any worker may take the next one.
"""

from __future__ import annotations

from collections import deque

from ..machine import EXCLUSIVE, machine
from . import pickling
from .pickling import Shared
from .standin import StandIn

RUN, CLOSE, TERMINATE = "RUN", "CLOSE", "TERMINATE"


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

    jobs: what is not complete yet, in the order of submitting.  user: the only task that uses the pool, unless the machine
    is probing; used: has it submitted anything?
    sequences: what the task handler has still to put; sequencing: does all go through it?
    results: what the result handler has still to deal with; handled: does all go through it?
    deaths: (past, task) of the ends of workers that are to be replaced; replacing: is the worker handler played?  nudged: would
    it see the end of a thread?  barren: how many workers in a row have ended before their first task.
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
