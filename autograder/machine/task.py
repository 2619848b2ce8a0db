"""Tasks: the threads of the simulated program."""

from __future__ import annotations

from .operation import EXCLUSIVE, Operation


class Task:
    """One thread of the program.  ``id`` numbers tasks in the order of their starts; 0 is the main task."""

    __slots__ = ("id", "name", "function", "greenlet", "pending", "past", "done", "error", "value", "daemon", "starter",
                 "thread", "ticks", "guarded", "locals", "blocked_at", "back", "left", "space", "spawning",
                 "end", "expired", "joined")

    def __init__(self, number, name, function, daemon=False, guarded=False):
        self.expired = 0            # the events before the moment at which its timer fired
        self.id = number
        self.name = name
        self.function = function
        self.greenlet = None
        self.pending = None
        self.past = 0
        self.end = 0                # the past of its end, once it is done
        self.joined = []            # the pasts of those who have waited for its end, at that moment
        self.done = False
        self.error = None
        self.value = None
        self.daemon = daemon
        self.guarded = guarded      # True: an exception is kept for whoever asks, and is no failure of the run
        self.starter = None
        self.thread = None
        self.ticks = 0
        self.locals = None
        self.blocked_at = None
        self.back = None            # the greenlet that goes on when this task's has nothing to do
        self.left = False           # its function has been left, in whatever way
        self.space = None           # the process that it belongs to
        self.spawning = False       # is it pickling what a new process starts with?

    def __repr__(self):
        return f"<task {self.id} {self.name}>"


class End(Operation):
    """A task has ended."""

    __slots__ = ("task",)
    kind = "end"

    def __init__(self, task, probing):
        self.task = task
        super().__init__(((("end", task.id), EXCLUSIVE),) if probing else ())

    def apply(self, machine):
        task = self.task
        task.done = True
        task.end = task.past
        machine.alive.remove(task)

    def describe(self):
        return "ends"


class Start(Operation):
    __slots__ = ("task",)
    kind = "start"

    def __init__(self, task):
        self.task = task
        super().__init__()

    def describe(self):
        return f"starts {self.task.name}"
