"""multiprocessing's Event: what its own code does with a Condition and a flag, in fewer operations.

``set`` waits, with the inner lock held, until all whom it has woken are awake.  Who is killed while it sleeps never is: then
everybody who uses the event hangs.  Invariant: ``held`` is true while a set() waits so.
"""

from __future__ import annotations

from ..machine import READ, Operation, machine
from .pickling import Shared
from .standin import StandIn
from .synchronize import seconds
from .waiting import Timed


class EventStep(Operation):
    """set, clear, is_set, and the first and last part of wait: what the real one does while it holds the inner lock."""

    __slots__ = ("event", "what", "value")
    kind = "event"

    def __init__(self, event, what):
        self.event = event
        self.what = what
        self.value = None
        super().__init__(event.touch if what in ("set", "clear") else event.reads)

    def apply(self, machine):
        event = self.event
        if self.what == "set":
            event.flag = True
            event.wake(machine)
        elif self.what == "clear":
            event.flag = False
        self.value = event.flag
        return event.flag

    def describe(self):
        if self.what in ("set", "clear"):
            return f"{self.what}s {self.event.label}"
        return f"reads {self.event.label}" + ("" if self.value is None else ": set" if self.value else ": not set")


class GuardedStep(EventStep):
    """The same where a kill can leave the inner lock held."""

    __slots__ = ()

    def ready(self):
        return not self.event.held

    def waits_for(self):
        return f"for the inner lock of {self.event.label}, which a set() holds until all whom it has woken are awake"


class EventReturn(Operation):
    """``set`` returns: all whom it has woken are awake."""

    __slots__ = ("event",)
    kind = "notified"

    def __init__(self, event):
        self.event = event
        super().__init__(event.touch)

    def ready(self):
        return not self.event.awaited

    def apply(self, machine):
        self.event.held = False

    def describe(self):
        return f"returns from {self.event.label}.set()"

    def waits_for(self):
        return f"for those that waited for {self.event.label} to wake up"


class EventWake(Operation):
    """Sleep until a set; then look at the flag again, which may have been cleared (under probing, in a step of its own)."""

    __slots__ = ("event", "woken")
    kind = "wake"

    def __init__(self, event):
        self.event = event
        self.woken = False
        super().__init__(event.reads)

    def ready(self):
        return self.woken

    def wake(self, past):
        self.woken = True
        self.after |= past

    def apply(self, machine):
        return self.event.leave(self)

    def describe(self):
        return f"wakes up from {self.event.label}.wait()"

    def waits_for(self):
        return f"for {self.event.label} to be set"


class TimedEventWake(Timed):
    """The same, for at most ``timeout`` seconds."""

    __slots__ = ("event", "woken")
    kind = "wake"

    def __init__(self, event, timeout, machine):
        super().__init__(timeout, machine, event.reads)
        self.event = event
        self.woken = False

    def there(self):
        return self.woken

    def wake(self, past):
        self.woken = True

    def apply(self, machine):
        super().apply(machine)
        return self.event.leave(self)

    def describe(self):
        if self.woken:
            return f"wakes up from {self.event.label}.wait({self.timeout or 0:g})"
        return f"gives up {self.event.label}.wait({self.timeout or 0:g}): the time is over"

    def waits_for(self):
        return f"for {self.event.label} to be set, {self.patience()}"


class Event(Shared, StandIn):
    """Stands in for ``multiprocessing.Event``: a flag under a Condition.

    ``wait`` looks at the flag again when it has woken, so it gives False when that was cleared in between.
    """

    __module__ = "multiprocessing.synchronize"

    def __init__(self, *, ctx=None):
        super().__init__("event")
        self.reads = ((self.key, READ),)
        self.flag = False
        self.sleepers = []              # wakes that are pending; a killed one stays, as it does in ``sleeping_count``
        self.awaited = []               # those that a set has woken and waits for
        self.held = False               # such a set is under way

    def wake(self, machine):
        for wake in self.sleepers:
            wake.wake(machine.current.past)
        if machine.probing and self.sleepers:
            self.awaited = self.sleepers
            self.held = True
        self.sleepers = []

    def leave(self, wake):
        for waiting in (self.sleepers, self.awaited):
            if wake in waiting:
                waiting.remove(wake)
        return self.flag

    def step(self, what):
        m = machine()
        return m.perform(GuardedStep(self, what) if m.probing else EventStep(self, what))

    def set(self):
        self.step("set")
        m = machine()
        if m.probing and self.held:
            m.perform(EventReturn(self))

    def clear(self):
        self.step("clear")

    def is_set(self):
        return self.step("is_set")

    def wait(self, timeout=None):
        if self.step("wait"):
            return True
        m = machine()
        wake = EventWake(self) if timeout is None else TimedEventWake(self, seconds(timeout), m)
        self.sleepers.append(wake)      # still in the step that has seen the flag down
        found = m.perform(wake)
        return self.step("look") if m.probing else found

    def __reduce__(self):
        if not machine().current.spawning:
            raise RuntimeError("Condition objects should only be shared between processes through inheritance")
        return super().__reduce__()

    def __repr__(self):
        return f"<{type(self).__qualname__} at {self.address()} {'set' if self.flag else 'unset'}>"
