"""How the functions that a check hands to a module meet each other, and where they write things down.

They may run in any thread or process of the simulated program; what is here lies outside all of them, as the examiner does.  That
calls run at once is proved by letting them meet: a meeting of n is passed only by n calls that are under way together.
"""

from __future__ import annotations

from types import SimpleNamespace

from ..machine import EXCLUSIVE, Operation, machine
from .failure import Failure

__all__ = ["gate", "meet", "notes"]


def notes():
    """The examiner's notes in this run: an object that takes any attribute, the same one in every process."""
    keep = machine().keep
    if "notes" not in keep:
        keep["notes"] = SimpleNamespace()
    return keep["notes"]


def meet(count, place="a meeting"):
    """Wait until ``count`` calls of this with the same ``place`` are under way together.

    count: a number of tasks.  Failure when more than that come: the module calls a function more often than it should.
    """
    meeting = _named(_Meeting, place)
    machine().perform(Arrive(meeting, count))
    machine().perform(Meet(meeting, count))


def gate(place):
    """The gate called ``place`` of this run, shut until somebody opens it."""
    return _named(Gate, place)


def _named(cls, place):
    keep = machine().keep
    found = keep.get((cls, place))
    if found is None:
        found = keep[cls, place] = cls(place)
    return found


class _Meeting:
    """arrivals: the pasts of those that have arrived.  Never more than ``count``, so it does not matter who came first."""

    def __init__(self, place):
        self.place = place
        self.arrivals = []
        self.key = "meeting", place


class Arrive(Operation):
    __slots__ = ("meeting", "count")
    kind = "arrive"

    def __init__(self, meeting, count):
        self.meeting = meeting
        self.count = count
        super().__init__(((meeting.key, "arrive"),))

    def apply(self, machine):
        if len(self.meeting.arrivals) == self.count:
            machine.give_up(Failure(f"one call more than expected comes to {self.meeting.place}: something is called twice"))
        self.meeting.arrivals.append(machine.current.past)

    def describe(self):
        return f"comes to {self.meeting.place}"


class Meet(Operation):
    __slots__ = ("meeting", "count")
    kind = "meet"

    def __init__(self, meeting, count):
        self.meeting = meeting
        self.count = count
        super().__init__(())

    def ready(self):
        return len(self.meeting.arrivals) == self.count

    def apply(self, machine):
        for past in self.meeting.arrivals:
            machine.join(past)

    def describe(self):
        return f"has met {self.count - 1} other" + "s" * (self.count > 2)

    def waits_for(self):
        return f"for {self.count} calls to run at once ({len(self.meeting.arrivals)} are)"


class Gate:
    """``wait()`` blocks until ``open()`` has been called; from then on it never does."""

    def __init__(self, place):
        self.place = place
        self.key = "gate", place
        self.opened = None          # the past of the first opening

    def open(self):
        machine().perform(Open(self))

    def wait(self):
        machine().perform(Pass(self))


class Open(Operation):
    __slots__ = ("gate",)
    kind = "open"

    def __init__(self, gate):
        self.gate = gate
        super().__init__(((gate.key, EXCLUSIVE),))

    def apply(self, machine):
        if self.gate.opened is None:
            self.gate.opened = machine.current.past

    def describe(self):
        return f"opens {self.gate.place}"


class Pass(Operation):
    __slots__ = ("gate",)
    kind = "pass"

    def __init__(self, gate):
        self.gate = gate
        super().__init__(())

    def ready(self):
        return self.gate.opened is not None

    def apply(self, machine):
        machine.join(self.gate.opened)

    def describe(self):
        return f"goes through {self.gate.place}"

    def waits_for(self):
        return f"for {self.gate.place} to open"
