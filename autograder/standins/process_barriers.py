"""multiprocessing's Barrier: threading's state machine, shared by processes.

Its ``notify_all`` waits, with the inner lock held, until all whom it has woken are awake.  Who is killed while it waits at the
barrier never is: then the barrier is ``stuck_``, and everybody who uses it hangs.
"""

from __future__ import annotations

from ..machine import Operation, machine
from . import barriers
from .pickling import Shared, attach, register


class Hang(Operation):
    """Never enabled: ``notify_all`` waits for a waiter that has been killed."""

    __slots__ = ("barrier",)
    kind = "notified"

    def __init__(self, barrier):
        self.barrier = barrier
        super().__init__()

    def ready(self):
        return False

    def waits_for(self):
        return f"for one that waited at {self.barrier.label} and was killed"


class Seat:
    """A barrier as a process holds it: whether a task of the process was killed there matters to who comes last."""

    def __init__(self, barrier, space):
        self.barrier = barrier
        self.space = space

    @property
    def touches(self):
        m = machine()
        leaving = m.current is not None and m.current.space is self.space and not self.waits()
        return self.barrier.touch if m.probing and not leaving else ()

    def waits(self):
        """The operations of tasks of this process that wait at the barrier."""
        waits = {id(operation) for operation in self.barrier.waits_}
        return any(task.space is self.space and id(task.pending) in waits for task in machine().tasks)

    def vanish(self, machine):
        self.barrier.deserted_ |= self.waits()


class Barrier(Shared, barriers.Barrier):
    """Stands in for ``multiprocessing.Barrier``.  The action is pickled: each process has its own copy of it."""

    __module__ = "multiprocessing.synchronize"

    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        self.actions_ = {}
        super().__init__(1, action, timeout)
        self.parties_ = parties         # unchecked, as in multiprocessing
        self.deserted_ = False          # one who waited has been killed
        self.stuck_ = False
        self.seat()

    def seat(self):
        space = machine().current.space
        space.handles.setdefault(self.key, Seat(self, space))

    @property
    def action_(self):
        return self.actions_.get(machine().current.space.number)

    @action_.setter
    def action_(self, action):
        self.actions_[machine().current.space.number] = action

    def wake(self, machine, state):
        if self.deserted_:
            self.held_ = self.stuck_ = True         # with the inner lock held
        else:
            super().wake(machine, state)

    def leave(self, machine, waited=False):
        if not self.stuck_:
            super().leave(machine, waited)

    def hang(self):
        if self.stuck_:
            machine().perform(Hang(self))

    def wait(self, timeout=None):
        try:
            return super().wait(timeout)
        finally:
            self.hang()

    def reset(self):
        super().reset()
        self.hang()

    def abort(self):
        super().abort()
        self.hang()

    def __reduce__(self):
        if not machine().current.spawning:
            raise RuntimeError("Condition objects should only be shared between processes through inheritance")
        return _attach_barrier, (register(self), self.action_)


def _attach_barrier(number, action):
    barrier = attach(number)
    barrier.action_ = action
    barrier.seat()
    return barrier
