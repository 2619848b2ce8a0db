"""The helper threads of a Pool, played only where somebody could tell that they exist.

- The *result handler* takes results one by one, calls the callbacks and makes what is complete ready: where a callback is
  called, or the machine is probing.
- The *task handler* takes items from the iterable of ``imap`` and pickles them: where that runs code of the program's, or fails.
- The *worker handler* replaces workers that have ended: where ``maxtasksperchild`` is given, or the machine is probing.
"""

from __future__ import annotations

from ..machine import READ, Livelock, Operation, Shifting, machine
from . import pickling
from .pool_desk import CLOSE, PoolTask
from .pool_results import Deliver, Finish, ImapJob, SetLength, Store
from .pool_worker import reraise


class Receive(Operation):
    """The result handler waits for the next result; None when it may go home."""

    __slots__ = ("desk", "task")
    kind = "receive"

    def __init__(self, desk):
        self.desk = desk
        self.task = None
        super().__init__(((desk.ending_key, READ),))

    def ready(self):
        return bool(self.desk.results) or self.desk.over()

    def apply(self, machine):
        desk = self.desk
        if desk.over():
            machine.join(desk.ended_past)
            return None
        self.task, ok, value, past = desk.results.popleft()
        machine.join(past)
        return self.task, ok, value

    def describe(self):
        return f"receives the result of {self.task.label}" if self.task is not None else f"finds that {self.desk.label} is over"

    def waits_for(self):
        return "for results from the workers"


def handle_results(desk):
    m = machine()
    while (result := m.perform(Receive(desk))) is not None:
        task, ok, value = result
        deliver(m, task, ok, value if desk.threads else pickling.loads(value))
        result = task = value = None


def deliver(m, task, ok, value):
    """Hand a result to its job; if that is complete, call the callback first."""
    job = task.job
    if job.callback is None and job.error_callback is None:
        m.perform(Deliver(task, ok, value))
    elif m.perform(Store(task, ok, value)):
        callback = job.callback if job.success else job.error_callback
        if callback:
            callback(job.value)
        m.perform(Finish(job))


class TakeSequence(Operation):
    """The task handler waits for tasks that it is to put; None when it may go home."""

    __slots__ = ("desk", "job")
    kind = "take"

    def __init__(self, desk):
        self.desk = desk
        self.job = None
        super().__init__(((desk.ending_key, READ),))

    def ready(self):
        return bool(self.desk.sequences) or self.desk.over()

    def apply(self, machine):
        desk = self.desk
        if desk.over():
            machine.join(desk.ended_past)
            return None
        self.job, calls, past = desk.sequences.popleft()
        machine.join(past)
        return self.job, calls

    def describe(self):
        return f"begins to put {self.job.label}" if self.job is not None else f"finds that {self.desk.label} is over"

    def waits_for(self):
        return "for calls to be submitted"


class Put(Operation):
    """The task handler puts one task at the end of the line.  Returns whether the pool goes on."""

    __slots__ = ("task",)
    kind = "put"

    def __init__(self, task):
        self.task = task
        super().__init__(((task.job.desk.ending_key, READ),))

    def apply(self, machine):
        desk = self.task.job.desk
        if not desk.terminated:
            desk.put((self.task,), machine.current.past)
        return not desk.terminated

    def describe(self):
        return f"puts {self.task.label}"


def handle_tasks(desk):
    m = machine()
    while (taken := m.perform(TakeSequence(desk))) is not None:
        job, calls = taken
        index = -1
        for index, call in calls:
            task = call if type(call) is PoolTask else PoolTask(job, index, call, desk.threads)
            if task.error is not None:
                deliver(m, task, False, task.error)
            elif not m.perform(Put(task)):
                return
        if isinstance(job, ImapJob) and job.length is None:
            m.perform(SetLength(job, index + 1))
        taken = calls = None


def guarded(calls):
    """(number, call) of each; an exception on the way becomes a call that raises it, the last one."""
    index = -1
    try:
        for index, call in enumerate(calls):
            yield index, call
    except Exception as error:
        yield index + 1, (reraise, (error,), {})


class Notice(Shifting):
    """The worker handler finds that a worker has ended: which one?  None when none is to be replaced any more."""

    __slots__ = ("desk", "task")
    kind = "notice"

    def __init__(self, desk):
        self.desk = desk
        self.task = None
        super().__init__(((desk.open_key, READ), (desk.ending_key, READ)))

    def more(self):
        return ((self.desk.over_key, READ),) if self.desk.state == CLOSE else ()

    def enabled(self):
        desk = self.desk
        return desk.over() or bool(desk.deaths) and (desk.nudged or not desk.threads)

    def apply(self, machine):
        desk = self.desk
        if desk.over():
            machine.join(desk.ended_past)
            return None
        past, self.task = desk.deaths.popleft()
        machine.join(past)
        desk.barren += 1
        return self.task

    def describe(self):
        return f"finds that {self.task.name} has ended" if self.task is not None else f"finds that {self.desk.label} is over"

    def waits_for(self):
        return "for the end of a worker"


def handle_workers(desk, hire):
    """hire: starts another worker."""
    m = machine()
    while (task := m.perform(Notice(desk))) is not None:
        if desk.barren > 3 * len(desk.workers):
            m.give_up(Livelock("every worker of the pool ends before its first task, and the pool replaces them for ever"))
        ended = next(worker for worker in desk.workers if desk.task_of(worker) is task)
        desk.workers.remove(ended)
        ended.join()
        hire()
