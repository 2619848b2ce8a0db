"""What is done to a Future, step by step.

Every method that takes the lock of a real Future is one operation here.  Its state falls into three keys, so that few of them
depend on each other:

- the cell's ``key``: pending, running or over, for ``running()``, ``cancel()`` and whoever begins the call;
- ``done``: is there a result, an exception or a cancellation, for ``done()``, ``result(timeout)`` and the callbacks;
- ``over``: does ``wait`` or ``as_completed`` count it?  A cancelled future counts only once a worker has come across it.

``result()`` without a timeout touches nothing: once a future is done nothing changes it, so it comes after the setting and
commutes with all that follows.
"""

from __future__ import annotations

from concurrent.futures import InvalidStateError
from concurrent.futures._base import CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED, PENDING, RUNNING

from ..machine import EXCLUSIVE, READ, Operation, Shifting
from .standin import StandIn
from .waiting import Timed

DONE = (CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED)
OVER = (CANCELLED_AND_NOTIFIED, FINISHED)


class Cell(StandIn):
    """The machine's side of a Future; apart from it, so that the program may give a Future attributes of any name.

    Invariant: ``state`` only moves forward: PENDING, RUNNING, FINISHED; or PENDING, CANCELLED, CANCELLED_AND_NOTIFIED.
    ``past`` belongs to the event that made it done.  runner: the task that began it.  gatherings: the calls of ``wait`` and
    ``as_completed`` that it has still to tell.  submitted: does it belong to a call?  probed: ``cancel`` and ``running`` may be
    asked only when the machine is probing (process pools play only then that a call is fetched before its turn).
    """

    def __init__(self):
        super().__init__("future")
        self.done = (*self.key, "done")
        self.over = (*self.key, "over")
        self.state = PENDING
        self.result = None
        self.exception = None
        self.callbacks = []
        self.gatherings = []
        self.noticed = False
        self.past = 0
        self.runner = None
        self.submitted = False
        self.probed = False

    def settled(self, machine):
        """Is it done, as the running task knows from what it has waited for or seen?  Then nothing changes it any more."""
        return self.state in DONE and not self.past & ~machine.current.past

    def name(self, label):
        """It belongs to a call that was submitted: what the report calls that."""
        self.label = label
        self.submitted = True

    def waited_for(self):
        if self.runner is not None:
            return f"for the result of {self.label}, which {self.runner.name} has begun"
        return f"for the result of {self.label}, which " + ("no worker has begun" if self.submitted else "nobody has set")

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread.RLock' object")     # what a real Future has in it

    def close(self, machine, future):
        """It is over: tell who gathers."""
        past = machine.current.past
        for gathering in self.gatherings:
            gathering.tell(future, self.exception is not None, past)


class Begin(Operation):
    """From pending to running; False if it has been cancelled."""

    __slots__ = ("cell",)
    kind = "begin"

    def __init__(self, cell):
        self.cell = cell
        super().__init__(cell.touch)

    def apply(self, machine):
        cell = self.cell
        if cell.state == PENDING:
            cell.state = RUNNING
            cell.runner = machine.current
            return True
        if cell.state == CANCELLED and not cell.noticed:
            cell.noticed = True
            return False
        raise RuntimeError("Future in unexpected state")

    def describe(self):
        return f"begins {self.cell.label}"


class Closing(Shifting):
    """An operation after which a future is over: it depends on its like where somebody gathers in order of finishing."""

    __slots__ = ("cell", "future")

    def __init__(self, future, touches):
        self.future = future
        self.cell = future._cell
        super().__init__(touches + ((self.cell.over, EXCLUSIVE),))

    def more(self):
        return tuple((g.key, g.mode) for g in self.cell.gatherings)


class Notice(Closing):
    """A cancelled future counts as over from now on."""

    __slots__ = ()
    kind = "notice"

    def __init__(self, future):
        super().__init__(future, ())

    def apply(self, machine):
        self.cell.state = CANCELLED_AND_NOTIFIED
        self.cell.close(machine, self.future)

    def describe(self):
        return f"finds that {self.cell.label} is cancelled"


class Finish(Closing):
    """Set the result or the exception, and tell everybody who waits, in one step."""

    __slots__ = ("result", "exception")
    kind = "finish"

    def __init__(self, future, result, exception):
        self.result = result
        self.exception = exception
        cell = future._cell
        super().__init__(future, cell.touch + ((cell.done, EXCLUSIVE),))

    def apply(self, machine):
        cell = self.cell
        if cell.state in DONE:
            raise InvalidStateError(f"{cell.state}: {self.future!r}")
        cell.result, cell.exception, cell.state = self.result, self.exception, FINISHED
        cell.past = machine.current.past
        cell.close(machine, self.future)

    def describe(self):
        if self.exception is None:
            return f"sets the result of {self.cell.label}"
        return f"sets the exception of {self.cell.label}: {type(self.exception).__name__}"


class Cancel(Operation):
    """Cancel it if it has not begun.  Returns (is it cancelled now, was it this call that did it)."""

    __slots__ = ("cell", "fate")
    kind = "cancel"

    def __init__(self, cell):
        self.cell = cell
        self.fate = ""
        super().__init__(cell.touch + ((cell.done, EXCLUSIVE),))

    def apply(self, machine):
        cell = self.cell
        if cell.state in (RUNNING, FINISHED):
            self.fate = f": too late, it {'runs' if cell.state == RUNNING else 'has finished'}"
            return False, False
        if cell.state == PENDING:
            cell.state = CANCELLED
            cell.past = machine.current.past
            return True, True
        return True, False

    def describe(self):
        return f"cancels {self.cell.label}{self.fate}"


class LookAt(Operation):
    """Look at the state: is it one of ``states``?  None: which is it?"""

    __slots__ = ("cell", "states", "what")
    kind = "read"

    def __init__(self, cell, keys, states, what):
        self.cell = cell
        self.states = states
        self.what = what
        super().__init__(tuple((key, READ) for key in keys))

    def apply(self, machine):
        return self.cell.state if self.states is None else self.cell.state in self.states

    def describe(self):
        return f"looks whether {self.cell.label} is {self.what}" if self.what else f"looks at {self.cell.label}"


class AddCallback(Operation):
    """Leave a callback for later; False if the future is done already."""

    __slots__ = ("cell", "callback")
    kind = "callback"

    def __init__(self, cell, callback):
        self.cell = cell
        self.callback = callback
        super().__init__(((cell.done, EXCLUSIVE),))

    def apply(self, machine):
        if self.cell.state in DONE:
            return False
        self.cell.callbacks.append(self.callback)
        return True

    def describe(self):
        return f"adds a callback to {self.cell.label}"


class Get(Operation):
    """Wait until it is done."""

    __slots__ = ("cell",)
    kind = "result"

    def __init__(self, cell):
        self.cell = cell
        super().__init__()

    def ready(self):
        return self.cell.state in DONE

    def apply(self, machine):
        machine.join(self.cell.past)
        return True

    def describe(self):
        return f"has the result of {self.cell.label}"

    def waits_for(self):
        return self.cell.waited_for()


class TryGet(Timed):
    """Wait until it is done, for ``timeout`` seconds at most; None: not at all."""

    __slots__ = ("cell",)
    kind = "result"

    def __init__(self, cell, timeout, machine):
        self.cell = cell
        super().__init__(timeout, machine, ((cell.done, READ),))

    def there(self):
        return self.cell.state in DONE

    def describe(self):
        if self.there():
            return f"has the result of {self.cell.label}"
        return f"waits for the result of {self.cell.label} {self.patience()}: it does not come"

    def waits_for(self):
        return f"{self.cell.waited_for()}, {self.patience()}"
