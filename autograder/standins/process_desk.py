"""The desk of a ProcessPoolExecutor: what its parent, its manager thread and its worker processes do there, step by step."""

from __future__ import annotations

from collections import deque
from concurrent.futures.process import BrokenProcessPool

from ..machine import EXCLUSIVE, READ, Operation, Shifting
from .executor_desk import Desk, Draw
from .future_steps import CANCELLED, PENDING, RUNNING, Notice
from .pickling import Shared

LOST, CLEAR = "lost", "clear"


class Work:
    """One submitted call: pickled, or the error that pickling it gave.  dropped: it was cancelled before its turn."""

    def __init__(self, future):
        self.future = future
        self.cell = future._cell
        self.data = None
        self.error = None
        self.dropped = False


class ProcessDesk(Shared, Desk):
    """unfinished: what was submitted and is not done with; over_past: past of the last that was.

    results: (work, data, the worker's space if that was its last, past).  lost: a worker has died.  clearing: throw out what
    waits; cleared: was that ever asked for?  dismissed: the workers may go home.  taken: has any call been taken?
    """

    refusal = BrokenProcessPool
    broken_text = "A child process terminated abruptly, the process pool is not usable anymore"

    def __init__(self, max_workers):
        super().__init__(max_workers)
        self.post = (*self.key, "post")
        self.death = (*self.key, "death")
        self.asked = (*self.key, "asked")
        self.unfinished = []
        self.over_past = 0
        self.results = deque()
        self.lost = False
        self.lost_past = 0
        self.clearing = False
        self.cleared = False
        self.dismissed = False
        self.dismissed_past = 0
        self.taken = False

    def put(self, work, past):
        self.unfinished.append(work)
        if work.error is None:
            super().put(work, past)

    def over(self, work, machine):
        if work in self.unfinished:         # else the pool was broken meanwhile
            self.unfinished.remove(work)
        self.over_past |= machine.current.past


class Presence:
    """What a worker process holds as long as it is to work: when it ends with this, it has died."""

    def __init__(self, desk):
        self.desk = desk
        self.touches = ((desk.death, EXCLUSIVE),)

    def vanish(self, machine):
        self.desk.lost = True
        self.desk.lost_past |= machine.current.past


class TakeWork(Draw):
    """A worker takes the next call, and whether it was cancelled; None when it may go home."""

    __slots__ = ("probing",)
    kind = "take"

    def __init__(self, desk, probing):
        super().__init__(desk)
        self.probing = probing

    def fetched(self):
        """What runs from now on: the next call, and those that are fetched before their turn."""
        return [work for work, _ in list(self.desk.calls)[:self.desk.max_workers + 2 if self.probing else 1]]

    def more(self):
        touches = super().more() + tuple((work.cell.key, EXCLUSIVE) for work in self.fetched())
        return touches + ((self.desk.tail, EXCLUSIVE),) if self.probing else touches

    def enabled(self):
        return bool(self.desk.calls) or self.desk.dismissed

    def apply(self, machine):
        desk = self.desk
        if not desk.calls:
            machine.join(desk.dismissed_past)
            machine.current.space.handles.pop(desk.key, None)
            return None
        desk.taken = True
        for work in self.fetched():
            if work.cell.state == PENDING:
                work.cell.state = RUNNING
        work, past = desk.calls.popleft()
        machine.join(past)
        work.cell.runner = machine.current
        work.dropped = work.cell.state == CANCELLED
        return work

    def describe(self):
        return "takes the next call, if there is one"

    def waits_for(self):
        return "for a call to run"


class Drop(Notice):
    """A cancelled call is not run."""

    __slots__ = ("desk", "work")

    def __init__(self, desk, work):
        super().__init__(work.future)
        self.desk = desk
        self.work = work

    def apply(self, machine):
        super().apply(machine)
        self.desk.over(self.work, machine)


class Send(Operation):
    """Send a result to the parent.  last: the space of the worker, if it ends with this."""

    __slots__ = ("desk", "work", "data", "last")
    kind = "send"

    def __init__(self, desk, work, data, last=None):
        self.desk = desk
        self.work = work
        self.data = data
        self.last = last
        super().__init__(((desk.post, EXCLUSIVE),))

    def apply(self, machine):
        self.desk.results.append((self.work, self.data, self.last, machine.current.past))
        if self.last is not None:
            self.last.handles.pop(self.desk.key, None)

    def describe(self):
        return f"sends the result of {self.work.cell.label}"


class Receive(Shifting):
    """The manager waits for the next result, for the death of a worker, or for the end of all work (None)."""

    __slots__ = ("desk",)
    kind = "receive"

    def __init__(self, desk):
        self.desk = desk
        super().__init__(((desk.death, READ), (desk.asked, READ)))

    def more(self):
        # A result that is there is read first; where something else would be read without it, it matters that it is there.
        desk = self.desk
        return () if desk.results and not desk.lost and not desk.clearing else ((desk.post, EXCLUSIVE),)

    def enabled(self):
        desk = self.desk
        return bool(desk.results) or desk.lost or desk.clearing or desk.sealed and not desk.unfinished

    def apply(self, machine):
        desk = self.desk
        if desk.results:
            work, data, last, past = desk.results.popleft()
            machine.join(past)
            return work, data, last
        if desk.lost:
            machine.join(desk.lost_past)
            return LOST
        machine.join(desk.sealed_past)
        if desk.clearing:
            desk.clearing = False
            return CLEAR
        machine.join(desk.over_past)

    def describe(self):
        return "looks for results and for the end of workers"

    def waits_for(self):
        return "for results from the workers"


class ClearCalls(Draw):
    """``shutdown(cancel_futures=True)``: take back what has not been fetched.  The very first call always has been."""

    __slots__ = ()
    kind = "throw_out"

    def apply(self, machine):
        desk = self.desk
        kept, cleared = deque(), []
        for work, past in desk.calls:
            if work.cell.state == RUNNING or not desk.taken and not kept and not cleared and work.cell.state == PENDING:
                kept.append((work, past))
            else:
                cleared.append(work)
                desk.over(work, machine)
        desk.calls = kept
        return cleared

    def describe(self):
        return "takes back the calls that no worker has fetched"


class Dismiss(Operation):
    """The manager lets the workers go home."""

    __slots__ = ("desk",)
    kind = "dismiss"

    def __init__(self, desk):
        self.desk = desk
        super().__init__()

    def apply(self, machine):
        self.desk.dismissed = True
        self.desk.dismissed_past = machine.current.past

    def describe(self):
        return "lets the workers end"


class Retire(Operation):
    """A worker has ended as planned.  Returns whether another one is to be started."""

    __slots__ = ("desk",)
    kind = "retire"

    def __init__(self, desk):
        self.desk = desk
        super().__init__(((desk.tail, EXCLUSIVE),))

    def apply(self, machine):
        self.desk.staff -= 1
        return self.desk.hire()

    def describe(self):
        return "looks whether a worker is to be replaced"


class BreakOff(Operation):
    """The pool is broken: no call may come.  Returns what was not finished.  Workers may take calls until they are ended."""

    __slots__ = ("desk",)
    kind = "break"

    def __init__(self, desk):
        self.desk = desk
        super().__init__(((desk.open, EXCLUSIVE),))

    def apply(self, machine):
        desk = self.desk
        desk.broken = desk.closed = True
        left, desk.unfinished = desk.unfinished, []
        return left

    def describe(self):
        return "finds that a worker has died: the pool is broken"


class Shut(Shifting):
    """``shutdown``.  cancel: the manager is to cancel what it can, unless it is told otherwise before it comes to that."""

    __slots__ = ("desk", "cancel")
    kind = "close"

    def __init__(self, desk, cancel):
        self.desk = desk
        self.cancel = cancel
        super().__init__(((desk.open, EXCLUSIVE), (desk.leaving, READ)))

    def more(self):
        return ((self.desk.asked, EXCLUSIVE),) if self.cancel or self.desk.cleared else ()

    def apply(self, machine):
        desk = self.desk
        desk.closed = True
        desk.clearing = self.cancel
        desk.cleared = desk.cleared or self.cancel
        desk.seal(machine)

    def describe(self):
        return "shuts the executor down"
