"""``wait`` and ``as_completed``: waiting for several futures.

Two things are arbitrary in CPython, which keeps the futures in sets ordered by address, and settled here: ``as_completed`` begins
with those that are over already *in the reverse of the order given*, so that a program that counts on the order given is found
out; and ``wait`` stops listening to its futures in the order given.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION
from concurrent.futures._base import DoneAndNotDoneFutures

from ..machine import EXCLUSIVE, READ, Operation, machine
from .clock import monotonic
from .future_steps import CANCELLED_AND_NOTIFIED, OVER
from .waiting import Timed

AS_COMPLETED = "AS_COMPLETED"


class Gathering:
    """One call of ``wait`` or ``as_completed``, told by each of its futures that gets over (CPython's ``_Waiter``).

    told: (future, past of the telling), in this order.  left: how many it still waits for.  set: may the caller go on?
    mode: how tellings depend on each other: not at all when only their number counts.
    """

    def __init__(self, until, left):
        self.key = ("gathering", machine().number("gathering"))
        self.until = until
        self.mode = "tell" if until == ALL_COMPLETED else EXCLUSIVE
        self.told = deque()
        self.left = left
        self.set = False
        self.past = 0

    def tell(self, future, failed, past):
        self.told.append((future, past))
        if not self.set:
            self.past |= past
        if self.until in (AS_COMPLETED, FIRST_COMPLETED) or self.until == FIRST_EXCEPTION and failed:
            self.set = True
        else:
            self.left -= 1
            self.set = self.set or not self.left

    def waited_for(self):
        waiting = [f._cell for f in self.futures if f._cell.state not in OVER]
        return f"for {', '.join(cell.label for cell in waiting[:4])}{', …' if len(waiting) > 4 else ''} to finish"


class Look(Operation):
    """Which futures are over, all looked at together; the others will tell, unless the caller need not wait.

    Returns (those that are over, the gathering or None).
    """

    __slots__ = ("futures", "until")
    kind = "gather"

    def __init__(self, futures, until):
        self.futures = futures
        self.until = until
        super().__init__(tuple((f._cell.over, READ) for f in futures))

    def apply(self, machine):
        over = [f for f in self.futures if f._cell.state in OVER]
        if len(over) == len(self.futures) or over and self.until == FIRST_COMPLETED or self.until == FIRST_EXCEPTION and any(
                f._cell.state != CANCELLED_AND_NOTIFIED and f._cell.exception is not None for f in over):
            return over, None
        if self.until not in (AS_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
            raise ValueError(f"Invalid return condition: {self.until!r}")
        gathering = Gathering(self.until, len(self.futures) - len(over))
        gathering.futures = self.futures
        for future in self.futures:
            if future._cell.state not in OVER:
                future._cell.gatherings.append(gathering)
        return over, gathering

    def describe(self):
        return f"looks which of {len(self.futures)} futures are finished"


class Leave(Operation):
    """Listen to one future no longer (``wait`` does so one by one, and counts what has been told until then)."""

    __slots__ = ("gathering", "cell")
    kind = "leave"

    def __init__(self, gathering, future):
        self.gathering = gathering
        self.cell = future._cell
        super().__init__(((self.cell.over, READ),))

    def apply(self, machine):
        if self.cell.state not in OVER:
            self.cell.gatherings.remove(self.gathering)

    def describe(self):
        return f"counts {self.cell.label} as " + ("finished" if self.cell.state in OVER else "not finished")


class Gather(Operation):
    """Blocked until the futures that it waits for are over."""

    __slots__ = ("gathering",)
    kind = "gather"

    def __init__(self, gathering):
        self.gathering = gathering
        super().__init__()

    def ready(self):
        return self.gathering.set

    def apply(self, machine):
        machine.join(self.gathering.past)

    def describe(self):
        return f"has waited {self.gathering.waited_for()}" if not self.gathering.set else "goes on: enough futures are finished"

    def waits_for(self):
        return self.gathering.waited_for()


class GatherNext(Gather):
    """Blocked until the next future is over.  Returns it."""

    __slots__ = ()

    def ready(self):
        return bool(self.gathering.told)

    def apply(self, machine):
        future, past = self.gathering.told.popleft()
        machine.join(past)
        return future

    def describe(self):
        return "takes the next finished future"


class TimedGather(Timed):
    """The same for at most ``timeout`` seconds, None: without waiting.  Takes all that has been told."""

    __slots__ = ("gathering",)
    kind = "gather"

    def __init__(self, gathering, timeout, machine):
        self.gathering = gathering
        super().__init__(timeout, machine, ((gathering.key, EXCLUSIVE),))

    def there(self):
        return self.gathering.set

    def describe(self):
        if self.there():
            return "goes on: enough futures are finished"
        return f"waits {self.gathering.waited_for()} {self.patience()}: the time is over"

    def waits_for(self):
        return f"{self.gathering.waited_for()}, {self.patience()}"


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    """Stands in for ``concurrent.futures.wait``."""
    m = machine()
    futures = distinct(fs)
    over, gathering = m.perform(Look(futures, return_when))
    if gathering is not None:
        if timeout is None:
            m.perform(Gather(gathering))
        else:
            m.perform(TimedGather(gathering, timeout if timeout > 0 else None, m))
        if timeout is not None or return_when != ALL_COMPLETED:
            for future in futures:
                if future not in over:
                    m.perform(Leave(gathering, future))
        over += [future for future, _ in gathering.told]
    return DoneAndNotDoneFutures(set(over), set(futures) - set(over))


def as_completed(fs, timeout=None):
    """Stands in for ``concurrent.futures.as_completed``."""
    m = machine()
    end = None if timeout is None else timeout + monotonic()
    futures = distinct(fs)
    over, gathering = m.perform(Look(futures, AS_COMPLETED))
    yield from reversed(over)
    left = len(futures) - len(over)
    while left and end is None:
        left -= 1
        yield m.perform(GatherNext(gathering))
    while left:
        m.tick()
        seconds = end - monotonic()
        if seconds <= 0:
            raise TimeoutError(f"{left} (of {len(futures)}) futures unfinished")
        m.perform(TimedGather(gathering, seconds, m))
        told = [future for future, _ in gathering.told]
        gathering.told.clear()
        gathering.set = False
        for future in told:
            left -= 1
            yield future


def distinct(fs):
    """The futures in ``fs``, each once, in the order given.  AttributeError as CPython's for what is none."""
    futures = list(dict.fromkeys(fs))
    for future in futures:
        if not hasattr(future, "_cell"):
            raise AttributeError(f"{type(future).__name__!r} object has no attribute '_condition'")
    return futures
