"""The kernel's part of multiprocessing's queues, and the steps of putting, feeding and taking.

A real queue has a lock for reading and one for writing.  Here they are Gates, and taken in steps of their own only while the machine
is probing: it is then that somebody may see that one is held, by a look that does not wait or because its holder was killed.

Left out: a consumer that is killed just after its lock has been released and before its place in a bounded queue is free again.
"""

from __future__ import annotations

import traceback
from collections import deque

from ..machine import EXCLUSIVE, READ, Operation, Shifting
from . import pickling
from .channels import Channel
from .semaphores import Semaphore
from .standin import StandIn
from .waiting import Timed

SEEN = "puts into process queues are seen"      # learnt: items are counted, or several threads of one process put
LATE = "what was put is changed before it is pickled"   # learnt: so it matters when the feeder comes
LAST = object()             # in a buffer: the queue has been closed, and its feeder ends here


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

    free: permits for the places of a bounded queue.  count: items put and not yet taken.  getters: numbers of the tasks that get; tried:
    has one of them looked without waiting for ever?  _puts, _dones: tasks, see ``queues``.
    """

    def __init__(self, maxsize, machine):
        super().__init__("queue")
        self.channel = QueueChannel(self.label, machine)
        self.read_gate, self.write_gate = Gate(self, "reading"), Gate(self, "writing")
        self.maxsize = maxsize
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


# -- putting ---------------------------------------------------------------------------------------------------------

class PutStep(Shifting):
    """An item goes into the process's buffer; a step of its own only where others can see when."""

    __slots__ = ("store", "tasks", "site")
    kind = "put"

    def __init__(self, buffer, tasks):
        self.store = buffer.store
        self.tasks = tasks
        self.site = None if tasks else SEEN
        super().__init__(((self.store.counting, "count"),) + buffer.tail)

    def more(self):
        store = self.store
        return store._tail + (((*store.key, "task", store._puts + 1), EXCLUSIVE),) if self.tasks else ()

    def apply(self, machine):
        self.store.count += 1
        self.store._puts += self.tasks

    def describe(self):
        return f"puts an item into {self.store.label}"


class Feed(Shifting):
    """The feeder pickles the oldest item of its buffer and writes it into the pipe.  Its value: is this its last step?"""

    __slots__ = ("buffer", "message", "gate")
    kind = "feed"

    def __init__(self, buffer):
        self.buffer = buffer
        self.message = None
        self.gate = buffer.store.write_gate
        super().__init__(())

    def more(self):
        """What cannot be pickled is dropped, and its place is free."""
        buffer, store = self.buffer, self.buffer.store
        if buffer.items and buffer.items[0] is LAST:
            return buffer.closing
        touches = store.channel.tail + buffer.touch
        if self.gate.holder is not None or store.channel.machine.probing:
            touches += self.gate.touch
        return touches + store.gives if buffer.items and buffer.items[0][2] is None else touches

    def enabled(self):
        items, channel = self.buffer.items, self.buffer.store.channel
        if not items or items[0] is LAST:
            return bool(items)
        gate = self.gate
        mine = gate.holder is None or gate.holder is self.buffer.feeder
        return mine and channel.room(channel.cost(len(items[0][2] or "")))

    def apply(self, machine):
        item, store = self.buffer.items.popleft(), self.buffer.store
        if item is LAST:
            self.buffer.over = True
            return True
        what, past, snapshot = item
        machine.join(past)
        try:
            data = machine.atomically(pickling.dumps, what)
        except Exception:
            machine.write(traceback.format_exc())
            store.drop(machine)
            return False
        if data != snapshot and snapshot is not None and not known(machine, LATE) and snapshot_of(what, machine) != snapshot:
            learn(machine, LATE)
        self.message = store.channel.put(data, machine)
        return False

    def killed(self):
        if self.buffer.items and self.buffer.items[0] is not LAST:
            self.buffer.store.channel.killed()

    def describe(self):
        label = self.buffer.store.label
        return f"closes {label}" if self.buffer.over else f"writes an item that was put into {label} into the pipe"

    def waits_for(self):
        label = self.buffer.store.label
        if not self.buffer.items:
            return f"for items that are put into {label}"
        return f"for room in {label}'s pipe: what has been put there has not been taken"


def snapshot_of(what, machine):
    """What would be written of an item now; None if it cannot be pickled, which the feeder finds out.  A try: it opens nothing."""
    try:
        return machine.atomically(_try_pickle, what)
    except Exception:
        return None


def _try_pickle(what):
    return pickling.dumps(what, spawning=None)


class Late(Operation):
    """Between ``put`` and what follows, where it matters whether the feeder comes before."""

    __slots__ = ("site",)
    silent = True

    def __init__(self, buffer):
        self.site = LATE
        super().__init__(buffer.touch)

    def describe(self):
        return "goes on after put"


class Flush(Operation):
    """Wait until the feeder has written everything, and has closed what is closed."""

    __slots__ = ("buffer",)
    kind = "flush"

    def __init__(self, buffer):
        self.buffer = buffer
        super().__init__()

    def ready(self):
        return self.buffer.written()

    def apply(self, machine):
        machine.join(self.buffer.feeder.past)

    def describe(self):
        return f"has written all that it had put into {self.buffer.store.label}"

    def waits_for(self):
        return f"for room in {self.buffer.store.label}: what it has put there has not been taken, and it cannot end before"


# -- taking ----------------------------------------------------------------------------------------------------------

class Get(Operation):
    """Take the oldest item out of the pipe."""

    __slots__ = ("store",)
    kind = "get"
    takes = "item"

    def __init__(self, store, machine):
        self.store = store
        super().__init__(store.channel.head + store.gives + (store.read_gate.touch if machine.probing else ()))

    def ready(self):
        return bool(self.store.channel.messages)

    def apply(self, machine):
        return take(self.store, machine)

    def killed(self):
        self.store.channel.killed()

    def describe(self):
        return f"takes an item from {self.store.label}"

    def waits_for(self):
        return f"for an item in {self.store.label}, which is empty"


class TryGet(Timed):
    """The same, if there is one, or one comes within ``timeout`` (seconds)."""

    __slots__ = ("store", "message")
    kind = "get"

    def __init__(self, store, timeout, machine):
        touches = store.channel.head + store.channel.tail + store.gives + (store.read_gate.touch if machine.probing else ())
        super().__init__(timeout, machine, touches)
        self.store = store
        self.message = None

    def there(self):
        return bool(self.store.channel.messages)

    def take(self, machine):
        self.message = take(self.store, machine)

    def apply(self, machine):
        found = super().apply(machine)
        if not found and merges(machine):
            self.store.read_gate.holder = None
        return found

    def killed(self):
        self.store.channel.killed()

    def describe(self):
        return f"takes an item from {self.store.label} {self.patience()}"

    def waits_for(self):
        return f"for an item in {self.store.label}, which is empty"


def take(store, machine):
    """Part of a get: the first message."""
    message = store.channel.get(machine)
    store.drop(machine)
    if message.complete and merges(machine):
        store.read_gate.holder = None
    return message


class LookAt(Operation):
    """``empty``, ``qsize``, ``full``: a look."""

    __slots__ = ("store", "what", "look")
    kind = "read"

    def __init__(self, store, what, look, touches):
        self.store = store
        self.what = what
        self.look = look
        super().__init__(tuple((key, READ) for key, _ in touches))

    def apply(self, machine):
        return self.look(self.store)

    def describe(self):
        return f"looks at {self.store.label}: {self.what}"
