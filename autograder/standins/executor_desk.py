"""What the executors have in common: a desk where calls wait, and how it is closed.

Calls wait first in, first out, each with the past of its submitting; any worker may take the next one.
"""

from __future__ import annotations

from collections import deque

from ..machine import EXCLUSIVE, READ, Operation, Shifting, machine
from . import endings
from .futures import Future
from .standin import StandIn


class Desk(StandIn):
    """Where the calls of one executor wait.

    calls: (call, past of its submitting).  workers: the threads that ``shutdown`` waits for.  staff: how many workers there are,
    ``max_workers`` at most.  idle: how many of them have said that they have nothing to do, if that is counted.  clearer: the
    task that holds the lock because it throws out what waits; cleared_past: of its letting go.

    Invariants: no call comes after ``closed`` or ``broken``; ``sealed`` holds once the workers may go home when no call is left,
    from the event with ``sealed_past`` on.
    """

    refusal = RuntimeError          # what a broken one raises, and its message
    broken_text = ""

    def __init__(self, max_workers, counting=False):
        super().__init__("executor")
        self.max_workers = max_workers
        self.staff = 0
        self.tail = (*self.key, "tail")
        self.open = (*self.key, "open")
        self.idle_key = (*self.key, "idle")
        self.leaving = ("leaving", machine().current.space.number)
        self.calls = deque()
        self.idle = 0
        self.counting = counting
        self.workers = []
        self.broken = False
        self.closed = False
        self.sealed = False
        self.sealed_past = 0
        self.clearer = None
        self.cleared_past = 0

    def put(self, call, past):
        self.calls.append((call, past))

    def hire(self):
        """Is another worker to be started for a call?"""
        if self.idle:
            self.idle -= 1
        elif self.staff < self.max_workers:
            self.staff += 1
            return True
        return None

    def seal(self, machine):
        if not self.sealed:
            self.sealed = True
            self.sealed_past = machine.current.past


class Submit(Operation):
    """Put a call at the end of the line.  Returns whether another worker is to be started."""

    __slots__ = ("desk", "call")
    kind = "submit"

    def __init__(self, desk, call):
        self.desk = desk
        self.call = call
        touches = ((desk.tail, EXCLUSIVE), (desk.open, READ), (desk.leaving, READ))
        super().__init__(touches + ((desk.idle_key, EXCLUSIVE),) if desk.counting else touches)

    def ready(self):
        return self.desk.clearer is None

    def apply(self, machine):
        desk = self.desk
        machine.join(desk.cleared_past)
        if desk.broken:
            raise desk.refusal(desk.broken_text)
        if desk.closed:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if machine.current.space.keep.get("leaving"):
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        desk.put(self.call, machine.current.past)
        return desk.hire()

    def describe(self):
        return f"submits {self.call.future._cell.label}"

    def waits_for(self):
        return waits_for_lock(self.desk)


class Draw(Shifting):
    """Take the next call, if there is one.  Who finds none takes nothing away from others who do."""

    __slots__ = ("desk",)

    def __init__(self, desk):
        self.desk = desk
        super().__init__(())

    def more(self):
        return ((self.desk.key, EXCLUSIVE if self.desk.calls else READ),)


class Close(Operation):
    """``shutdown`` or a failed initializer: no call may come from now on.  clearing: keep the lock, to throw out what waits."""

    __slots__ = ("desk", "broken", "clearing")
    kind = "close"

    def __init__(self, desk, *, broken=False, clearing=False):
        self.desk = desk
        self.broken = broken
        self.clearing = clearing
        super().__init__(((desk.open, EXCLUSIVE), (desk.leaving, READ)))

    def ready(self):
        return self.desk.clearer is None

    def apply(self, machine):
        desk = self.desk
        machine.join(desk.cleared_past)
        if self.broken:
            desk.broken = True
        else:
            desk.closed = True
        if self.clearing:
            desk.clearer = machine.current
        else:
            desk.seal(machine)

    def describe(self):
        return "marks the executor as broken" if self.broken else "shuts the executor down"

    def waits_for(self):
        return waits_for_lock(self.desk)


class LeaveInterpreter(Operation):
    """The main thread has come to its end: no executor takes calls any more, and all workers may go home."""

    __slots__ = ("space",)
    kind = "leave"

    def __init__(self, space):
        self.space = space
        super().__init__(((("leaving", space.number), EXCLUSIVE),))

    def apply(self, machine):
        self.space.keep["leaving"] = True
        for executor in self.space.keep["executors"]:
            executor._desk.seal(machine)

    def describe(self):
        return "ends, and waits for the executors' workers"


def waits_for_lock(desk):
    if desk.clearer is None:
        return "for the executor's own lock"
    return f"for the executor's own lock, held by {desk.clearer.name}, which throws out calls"


def new_call(m, fn):
    """The future of a call that is being submitted; the report calls it by its number and the function's name."""
    name = getattr(fn, "__name__", "")
    future = Future()
    future._cell.name(f"call {m.number('call')}" + (f" ({name})" if isinstance(name, str) and name.isidentifier() else ""))
    return future


def register(executor):
    """``executor`` has been made: see that it ends with the process."""
    keep = machine().current.space.keep
    if "executors" not in keep:
        keep["executors"] = []
        endings.at_exit(leave_interpreter, endings.THREADS)
    keep["executors"].append(executor)


def leave_interpreter():
    """What CPython's ``_python_exit`` does: the workers of all executors end what was submitted, then go home."""
    m = machine()
    space = m.current.space
    m.perform(LeaveInterpreter(space))
    for executor in space.keep["executors"]:
        for worker in executor._desk.workers:
            worker.join()
