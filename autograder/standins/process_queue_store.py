"""The kernel's part of multiprocessing's queues: stores, and the locks for reading and for writing that a real queue has.

The locks are Gates, and taken in steps of their own only while the machine is probing: it is then that somebody may see that
one is held, by a look that does not wait or because its holder was killed.

Left out: a consumer that is killed just after its lock has been released and before its place in a bounded queue is free again.
"""

from __future__ import annotations

from collections import deque

from ..machine import EXCLUSIVE, Operation
from .channels import Channel
from .semaphores import Semaphore
from .standin import StandIn
from .waiting import Timed

SEEN = "puts into process queues are seen"      # learnt: items are counted, or several threads of one process put
LATE = "what was put is changed before it is pickled"   # learnt: so it matters when the feeder comes


def known(machine, what):
    """Has ``what`` been learnt?"""
    return machine.sites is None or what in machine.sites


def learn(machine, what):
    """Explore again, knowing ``what``, if that is new."""
    if not known(machine, what):
        machine.learn(what)


class QueueChannel(Channel):
    """A queue's pipe: whoever holds one end holds the other, so it never comes to an end of file."""

    def __init__(self, label, machine):
        super().__init__(label)
        self.machine = machine
        self.readers[0] = self.writers[0] = None
        self.mixing = ()                # there is a lock for writing

    def killed(self):
        self.machine.needs_probing()


class Gate(StandIn):
    """A queue's lock for reading or writing.  holder: the task that has it; one that has been killed keeps it for ever."""

    def __init__(self, store, purpose):
        super().__init__("gate")
        self.store = store
        self.purpose = purpose
        self.holder = None

    def waits_for(self, what):
        """What those wait for who want ``what``."""
        holder, label = self.holder, self.store.label
        if holder is not None and holder.space.ended:
            return f"for {label}, whose lock for {self.purpose} was held by {holder.name} when that was killed or ended"
        return f"for {what} {label}" + ("" if holder is None else f", after {holder.name}")


class Store(StandIn):
    """What all processes share of a queue.

    free: permits for the places of a bounded queue.  count: items put and not yet taken.  getters: numbers of the tasks that get;
    tried: has one of them looked without waiting for ever?  _puts, _dones: tasks, see ``queue_steps``.
    """

    def __init__(self, maxsize, machine):
        super().__init__("queue")
        self.channel = QueueChannel(self.label, machine)
        self.read_gate, self.write_gate = Gate(self, "reading"), Gate(self, "writing")
        self.maxsize = maxsize
        self.joinable = False
        self.free = Semaphore(maxsize) if maxsize > 0 else None
        if self.free is not None:
            self.free.label = f"a free place in {self.label}"
        self.count = 0
        self.counting = (*self.key, "count")
        self.gives = ((self.counting, "count"),) + (self.free.tail if self.free is not None else ())     # what a get touches
        self.getters = set()
        self.tried = False
        self._tail = (((*self.key, "tasks put"), EXCLUSIVE),)
        self._tasks = (((*self.key, "tasks"), EXCLUSIVE),)
        self._puts = self._dones = 0

    def drop(self, machine):
        """An item is gone: its place is free."""
        self.count -= 1
        if self.free is not None:
            self.free.tokens.append(machine.current.past)


class Buffer(StandIn):
    """What one process has put and its feeder has not yet written: (object, past of its put, its pickle then or None).

    putters: numbers of the tasks that put.  over: the feeder has closed this process's ends.
    """

    def __init__(self, store):
        super().__init__("buffer")
        self.store = store
        self.items = deque()
        self.tail = (((*self.key, "tail"), EXCLUSIVE),)
        self.closing = (((*self.key, "closing"), EXCLUSIVE),)
        self.over = False
        self.putters = set()
        self.feeder = None

    def written(self):
        """Has the feeder done all that is to be done before its process may end?"""
        return not self.items and self.store.write_gate.holder is not self.feeder


# -- locks -----------------------------------------------------------------------------------------------------------

class Enter(Operation):
    """Take the lock, when it is free."""

    __slots__ = ("gate",)
    kind = "acquire"
    takes = "lock"

    def __init__(self, gate):
        self.gate = gate
        super().__init__(gate.touch)

    def ready(self):
        return self.gate.holder is None

    def apply(self, machine):
        self.gate.holder = machine.current

    def describe(self):
        return f"takes {self.gate.store.label}'s lock for {self.gate.purpose}"

    def waits_for(self):
        return self.gate.waits_for("an item in" if self.gate.purpose == "reading" else "its turn to write into")


class FeederEnters(Enter):
    """The same for a feeder, when it has something to write."""

    __slots__ = ("buffer",)

    def __init__(self, buffer):
        self.buffer = buffer
        super().__init__(buffer.store.write_gate)

    def ready(self):
        return bool(self.buffer.items) and self.gate.holder is None


class TryEnter(Timed):
    """Take the lock if it is free, or comes to be so within ``timeout`` (seconds)."""

    __slots__ = ("gate",)
    kind = "try_acquire"

    def __init__(self, gate, timeout, machine):
        super().__init__(timeout, machine, gate.touch)
        self.gate = gate

    def there(self):
        return self.gate.holder is None

    def take(self, machine):
        self.gate.holder = machine.current

    def describe(self):
        return f"tries to take {self.gate.store.label}'s lock for {self.gate.purpose} {self.patience()}"

    def waits_for(self):
        return self.gate.waits_for("an item in")


class Leave(Operation):
    """Give the lock back."""

    __slots__ = ("gate",)
    kind = "release"

    def __init__(self, gate):
        self.gate = gate
        super().__init__(gate.touch)

    def apply(self, machine):
        self.gate.holder = None

    def describe(self):
        return f"gives {self.gate.store.label}'s lock for {self.gate.purpose} back"


def merges(machine):
    """Is a lock given back in the same step as its holder reads or writes?  Not where that can be killed in between."""
    return not (machine.probing and machine.current.space.number)
