"""What conditions, events and barriers share: a waiter that somebody else wakes."""

from __future__ import annotations

from ..machine import CLOCK, EXCLUSIVE, Operation


class Waiter:
    """One task's place among the waiters ``of`` a condition, event or barrier.  ``notified`` once somebody has woken it."""

    __slots__ = ("notified", "operation", "of", "label", "broken", "past")

    def __init__(self, of):
        self.notified = False
        self.past = 0
        self.broken = False
        self.operation = None
        self.of = of
        self.label = of.label

    def notify(self, past):
        """Wake it: whatever it does next comes after the events in ``past``."""
        self.notified = True
        self.past = past
        if self.operation is not None and self.operation.deadline is None:
            self.operation.after |= past


class Wake(Operation):
    """Blocked until somebody wakes the waiter."""

    __slots__ = ("waiter", "what")
    kind = "wake"

    def __init__(self, waiter, what):
        super().__init__((), waiter.past)
        self.waiter = waiter
        self.what = what
        waiter.operation = self

    def ready(self):
        return self.waiter.notified

    def apply(self, machine):
        return True

    def describe(self):
        return f"wakes up from {self.waiter.label}.wait()"

    def waits_for(self):
        return self.what


class TimedWake(Operation):
    """Blocked until somebody wakes the waiter or ``timeout`` (seconds) has passed.

    Fair clock: the timer fires only when nothing else can run.  Adversarial clock: it may fire at any moment.
    """

    __slots__ = ("waiter", "what", "timeout", "deadline", "fair", "machine")
    kind = "wake"

    def __init__(self, waiter, what, timeout, machine, key):
        timeout = max(timeout, 0)
        self.waiter = waiter
        self.what = what
        self.timeout = timeout
        self.fair = machine.fair
        self.deadline = machine.now + timeout
        self.machine = machine
        touches = ((key, EXCLUSIVE),)
        if not self.fair:
            touches += ((CLOCK, "advance"),)
        super().__init__(touches)
        waiter.operation = self

    def ready(self):
        return self.waiter.notified or not self.fair or self.deadline <= self.machine.now

    def apply(self, machine):
        if self.waiter.notified:
            return True
        if not self.fair:
            machine.now += self.timeout
        return False

    def describe(self):
        if self.waiter.notified:
            return f"wakes up from {self.waiter.label}.wait({self.timeout:g})"
        return f"gives up {self.waiter.label}.wait({self.timeout:g}): the time is over"

    def waits_for(self):
        return f"{self.what}, for at most {self.timeout:g} s"
