"""Barrier."""

from __future__ import annotations

from ..machine import EXCLUSIVE, READ, Operation, machine
from .standin import StandIn
from .waiting import TimedWake, Waiter, Wake


class BrokenBarrierError(RuntimeError):
    """Stands in for ``threading.BrokenBarrierError``."""


class Arrive(Operation):
    """A task comes to the barrier, unless a round is being let through."""

    __slots__ = ("barrier",)
    kind = "arrive"

    def __init__(self, barrier):
        self.barrier = barrier
        super().__init__(barrier.touch)

    def ready(self):
        return not self.barrier.draining

    def apply(self, machine):
        barrier = self.barrier
        if barrier.broken_:
            raise BrokenBarrierError
        index = barrier.count
        barrier.count += 1
        if barrier.count == barrier.parties_:
            barrier.draining = True
        return index

    def describe(self):
        return f"arrives at {self.barrier.label}"

    def waits_for(self):
        return f"for the last round at {self.barrier.label} to leave"


class BarrierStep(Operation):
    """Open, break or reset the barrier, or look at it."""

    __slots__ = ("barrier", "what")
    kind = "barrier"

    def __init__(self, barrier, what):
        self.barrier = barrier
        self.what = what
        super().__init__(((barrier.key, READ if what == "look" else EXCLUSIVE),))

    def apply(self, machine):
        barrier = self.barrier
        if self.what == "look":
            return barrier.count if not barrier.draining else 0
        past = machine.current.past
        for waiter in barrier.waiters:
            waiter.broken = self.what != "open"
            waiter.notify(past)
        barrier.waiters = []
        barrier.count = 0
        barrier.draining = False
        barrier.broken_ = self.what == "break"

    def describe(self):
        return {"open": "opens", "break": "breaks", "reset": "resets", "look": "looks at"}[self.what] \
            + f" {self.barrier.label}"


class Barrier(StandIn):
    """Stands in for ``threading.Barrier``."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        super().__init__("barrier")
        self.parties_ = parties
        self.action = action
        self.timeout = timeout
        self.count = 0
        self.draining = False
        self.broken_ = False
        self.waiters = []

    def wait(self, timeout=None):
        m = machine()
        if timeout is None:
            timeout = self.timeout
        index = m.perform(Arrive(self))
        if self.draining:
            try:
                if self.action:
                    self.action()
            except BaseException:
                m.perform(BarrierStep(self, "break"))
                raise
            m.perform(BarrierStep(self, "open"))
            return index
        waiter = Waiter(self)
        self.waiters.append(waiter)
        what = f"for the others at {self.label}"
        if timeout is None:
            m.perform(Wake(waiter, what))
        elif not m.perform(TimedWake(waiter, what, timeout, m, self.key)):
            self.waiters.remove(waiter)
            m.perform(BarrierStep(self, "break"))
            raise BrokenBarrierError
        if waiter.broken:
            raise BrokenBarrierError
        return index

    def reset(self):
        machine().perform(BarrierStep(self, "reset"))

    def abort(self):
        machine().perform(BarrierStep(self, "break"))

    @property
    def parties(self):
        return self.parties_

    @property
    def n_waiting(self):
        return machine().perform(BarrierStep(self, "look"))

    @property
    def broken(self):
        machine().perform(BarrierStep(self, "look"))
        return self.broken_

    def __repr__(self):
        return f"<barrier {self.label}>"
