"""The steps of multiprocessing's queues: putting, feeding and taking."""

from __future__ import annotations

import traceback

from ..machine import EXCLUSIVE, Operation, Shifting
from . import pickling
from .process_queue_store import LATE, SEEN, known, learn, merges
from .waiting import Timed

LAST = object()             # in a buffer: the queue has been closed, and its feeder ends here


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
    """What would be written of an item now; None if it cannot be pickled, which the feeder finds out.  It opens no pipe."""
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
