"""Barrier: CPython's own state machine, one operation for each part that runs under the barrier's inner lock.

Invariant: ``count_`` tasks have arrived and not yet left; ``state_`` changes from FILLING only to let all of them leave, and
comes back to it (unless BROKEN) when the last has left.  While an action runs, ``held_`` is true: nobody arrives, leaves, aborts
or resets meanwhile.  Leaving commutes with leaving.
"""

from __future__ import annotations

import sys

from ..machine import EXCLUSIVE, READ, Operation, machine
from .standin import StandIn
from .waiting import Timed

FILLING, DRAINING, RESETTING, BROKEN = 0, 1, -1, -2


class BrokenBarrierError(RuntimeError):
    """Stands in for ``threading.BrokenBarrierError``."""


class Arrive(Operation):
    """A task comes to the barrier, unless a round is being let through.  The last one lets all go, after the action."""

    __slots__ = ("barrier",)
    kind = "arrive"

    def __init__(self, barrier):
        self.barrier = barrier
        super().__init__(barrier.touch)

    def ready(self):
        return not self.barrier.held_ and self.barrier.state_ in (FILLING, BROKEN)

    def apply(self, machine):
        barrier = self.barrier
        if barrier.state_ == BROKEN:
            raise BrokenBarrierError
        machine.join(barrier.drained_)
        index = barrier.count_
        barrier.count_ += 1
        if barrier.count_ == barrier.parties_:
            if barrier.action_ or machine.probing:
                barrier.hold()
            else:
                barrier.wake(machine, DRAINING)
                barrier.leave(machine)
        return index

    def describe(self):
        return f"arrives at {self.barrier.label}"

    def waits_for(self):
        return f"for the last round at {self.barrier.label} to leave"


class Open(Operation):
    """The last to arrive lets all go, or breaks the barrier because its action has failed."""

    __slots__ = ("barrier", "state")
    kind = "barrier"

    def __init__(self, barrier, state):
        self.barrier = barrier
        self.state = state
        super().__init__(barrier.touch)

    def apply(self, machine):
        self.barrier.held_ = False
        self.barrier.wake(machine, self.state)
        self.barrier.leave(machine)

    def describe(self):
        return f"{'opens' if self.state == DRAINING else 'breaks'} {self.barrier.label}"


class Leave(Operation):
    """Wait until the barrier opens or breaks, and go."""

    __slots__ = ("barrier",)
    kind = "wake"

    def __init__(self, barrier):
        self.barrier = barrier
        super().__init__(barrier.leaves_)

    def ready(self):
        return self.barrier.state_ != FILLING

    def apply(self, machine):
        self.barrier.leave(machine, waited=True)

    def describe(self):
        return f"leaves {self.barrier.label}"

    def waits_for(self):
        return f"for the others at {self.barrier.label}"


class TimedLeave(Timed):
    """The same; after ``timeout`` (seconds) the barrier is broken instead."""

    __slots__ = ("barrier",)
    kind = "wake"

    def __init__(self, barrier, timeout, machine):
        super().__init__(max(timeout, 0), machine, barrier.all_)
        self.barrier = barrier

    def there(self):
        return self.barrier.state_ != FILLING

    def ready(self):
        return not self.barrier.held_ and super().ready()

    def apply(self, machine):
        if not super().apply(machine):
            self.barrier.wake(machine, BROKEN)
        self.barrier.leave(machine, waited=True)

    def describe(self):
        if self.there():
            return f"leaves {self.barrier.label}"
        return f"gives up {self.barrier.label}.wait({self.timeout:g}) and breaks the barrier: the time is over"

    def waits_for(self):
        return f"for the others at {self.barrier.label}, {self.patience()}"


class Disturb(Operation):
    """``abort`` or ``reset``."""

    __slots__ = ("barrier", "state")
    kind = "barrier"

    def __init__(self, barrier, state):
        self.barrier = barrier
        self.state = state
        super().__init__(barrier.all_)

    def ready(self):
        return not self.barrier.held_

    def apply(self, machine):
        barrier = self.barrier
        if self.state == BROKEN or barrier.count_ and barrier.state_ != DRAINING:
            barrier.wake(machine, self.state)
        elif not barrier.count_:
            barrier.state_ = FILLING

    def describe(self):
        return f"{'breaks' if self.state == BROKEN else 'resets'} {self.barrier.label}"

    def waits_for(self):
        return f"for the action of {self.barrier.label} to end"


class Look(Operation):
    """Read the state or the count, as ``n_waiting`` and ``broken`` do, without the inner lock."""

    __slots__ = ("barrier", "what")
    kind = "barrier"

    def __init__(self, barrier, what):
        self.barrier = barrier
        self.what = what
        super().__init__(tuple((key, READ) for key, _ in barrier.all_))

    def apply(self, machine):
        return getattr(self.barrier, self.what)

    def describe(self):
        return f"looks at {self.barrier.label}"


class Barrier(StandIn):
    """Stands in for ``threading.Barrier``."""

    __module__ = "threading"

    def __init__(self, parties, action=None, timeout=None):
        if sys.version_info >= (3, 13) and parties < 1:
            raise ValueError("parties must be > 0")
        super().__init__("barrier")
        leaving = (*self.key, "leave")
        self.leaves_ = ((leaving, "leave"),)
        self.all_ = (*self.touch, (leaving, EXCLUSIVE))
        self.parties_ = parties
        self.action_ = action
        self.timeout_ = timeout
        self.count_ = 0
        self.state_ = FILLING
        self.held_ = False
        self.waits_ = []                # of those who have arrived, while the state is FILLING
        self.drained_ = 0               # past of all who have left

    # -- what the operations do ------------------------------------------------------------------------------------

    def hold(self):
        """From now on no time is up: nobody can get the inner lock before the state has changed."""
        self.held_ = True
        for operation in self.waits_:
            if type(operation) is TimedLeave:
                operation.deadline = None

    def wake(self, machine, state):
        past = machine.current.past
        for operation in self.waits_:
            if type(operation) is Leave:
                operation.after |= past
        self.waits_.clear()
        self.state_ = state

    def leave(self, machine, waited=False):
        state = self.state_
        self.count_ -= 1
        self.drained_ |= machine.current.past
        if not self.count_ and state in (DRAINING, RESETTING):
            self.state_ = FILLING
        if waited and state < 0:
            raise BrokenBarrierError

    # -- the public names ------------------------------------------------------------------------------------------

    def wait(self, timeout=None):
        m = machine()
        if timeout is None:
            timeout = self.timeout_
        index = m.perform(Arrive(self))
        if index + 1 != self.parties_:
            try:
                operation = Leave(self) if timeout is None else TimedLeave(self, timeout, m)
            except (TypeError, OverflowError):
                self.count_ -= 1        # still in the step of its arrival
                raise
            self.waits_.append(operation)
            m.perform(operation)
        elif self.held_:
            try:
                if self.action_:
                    self.action_()
            except BaseException:
                m.perform(Open(self, BROKEN))
                raise
            m.perform(Open(self, DRAINING))
        return index

    def reset(self):
        machine().perform(Disturb(self, RESETTING))

    def abort(self):
        machine().perform(Disturb(self, BROKEN))

    @property
    def parties(self):
        return self.parties_

    @property
    def n_waiting(self):
        m = machine()
        m.needs_probing()               # the last one's arrival and the opening are two steps then
        return m.perform(Look(self, "count_")) if m.perform(Look(self, "state_")) == FILLING else 0

    @property
    def broken(self):
        return machine().perform(Look(self, "state_")) == BROKEN

    def __repr__(self):
        state = "broken" if self.state_ == BROKEN else f"waiters={self.count_ if self.state_ == FILLING else 0}/{self.parties_}"
        return f"<{type(self).__module__}.{type(self).__qualname__} at {self.address()}: {state}>"

