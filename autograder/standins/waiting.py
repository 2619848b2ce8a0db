"""What conditions, events and barriers share: a waiter that somebody else wakes."""

from __future__ import annotations

import sys
import threading as real

from ..machine import CLOCK, EXCLUSIVE, Operation, machine
from .clock import monotonic

TIMEOUT_MAX = 9_223_372_036.0       # seconds: CPython's locks can wait no longer


def check_timeout(blocking, timeout):
    """Refuse the arguments that CPython's locks refuse."""
    if sys.version_info < (3, 12) and not hasattr(blocking, "__index__"):
        _no_integer(blocking)
    check_number(timeout)
    if not blocking and timeout != -1:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0 and timeout != -1:
        raise ValueError("timeout value must be " + ("positive" if sys.version_info < (3, 13) else "a non-negative number"))


def check_number(timeout):
    """Refuse what CPython does not take for a number of seconds."""
    if not isinstance(timeout, float) and not hasattr(timeout, "__index__"):
        _no_integer(timeout)
    if timeout != timeout:
        raise ValueError("Invalid value NaN (not a number)")


def _no_integer(value):
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


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


def _too_long():
    """What this Python says of a timeout beyond TIMEOUT_MAX: even maintenance releases differ in that."""
    try:
        real.Lock().acquire(True, 1e30)
    except OverflowError as error:
        return str(error)
    return ""


TOO_LONG = _too_long()


class Timed(Operation):
    """Gets something if it is there, or comes within ``timeout`` seconds; None: only if it is there now.

    Fair clock: the timer fires only when nothing else can run.  Adversarial clock: it may fire at any moment.  A subclass says
    with ``there`` whether it is there, and with ``take`` how it is taken.
    """

    __slots__ = ("timeout", "deadline", "machine")

    def __init__(self, timeout, machine, touches):
        if timeout is not None and timeout > TIMEOUT_MAX:
            raise OverflowError(TOO_LONG)
        self.timeout = timeout
        self.machine = machine
        self.deadline = None if timeout is None else machine.now + timeout
        if timeout is not None and not machine.fair:
            touches += ((CLOCK, "advance"),)
        super().__init__(touches)

    def there(self):
        return False

    def take(self, machine):
        pass

    def ready(self):
        return self.there() or self.timeout is None or not self.machine.fair or self.deadline <= self.machine.now

    def apply(self, machine):
        if self.there():
            self.take(machine)
            return True
        if self.timeout is not None and not machine.fair:
            machine.now += self.timeout
        return False

    def patience(self):
        """How long it waits, in words."""
        return "without waiting" if self.timeout is None else f"for at most {self.timeout:g} s"


class TimedWake(Timed):
    """Blocked until somebody wakes the waiter or ``timeout`` (seconds) has passed.  Raises TypeError when that is no number."""

    __slots__ = ("waiter", "what")
    kind = "wake"

    def __init__(self, waiter, what, timeout, machine, key):
        super().__init__(timeout if timeout > 0 else 0, machine, ((key, EXCLUSIVE),))
        self.waiter = waiter
        self.what = what
        waiter.operation = self

    def there(self):
        return self.waiter.notified

    def describe(self):
        if self.waiter.notified:
            return f"wakes up from {self.waiter.label}.wait({self.timeout:g})"
        return f"gives up {self.waiter.label}.wait({self.timeout:g}): the time is over"

    def waits_for(self):
        return f"{self.what}, {self.patience()}"


def wait_for(condition, predicate, timeout=None):
    """``wait_for`` of every condition: wait until ``predicate()`` holds, ``timeout`` seconds in all at most.  Returns its last value."""
    result, end = predicate(), None
    while not result:
        left = None
        if timeout is not None:
            if end is None:
                end, left = monotonic() + timeout, timeout
            else:
                left = end - monotonic()
                if left <= 0:
                    break
        machine().tick()
        condition.wait(left)
        result = predicate()
    return result
