"""What happens to a queue of the module ``queue``.  Each call is one operation: the real ones hold a mutex.

First in, first out: puts depend on puts and gets on gets, but a put and a get commute whenever both are enabled: an item
carries the past of its put, a free place that of the get that made it (``semaphores`` does the same with permits).  In the
other kinds of queue, and where a subclass says how items are kept, everything depends on everything.
"""

from __future__ import annotations

import queue as real
import re
from collections import deque

from ..machine import EXCLUSIVE, READ, Operation, Shifting, machine
from .waiting import Timed

ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")     # differs from run to run
NOTHING = object()


class Store:
    """What ``queue``, the object that the program sees, holds.  ``fifo``: first in, first out, kept as the library keeps it.

    Invariants where it is fifo: ``pasts`` has one past for each item, in the order of putting; if it is bounded, ``unused`` is
    the number of places that were never taken, and ``freed`` has one past for each other free place, in the order of getting.
    ``_puts`` tasks came, ``_dones`` of them are done.
    """

    def __init__(self, queue, fifo):
        self.queue = queue
        self.key = queue.key
        self.label = queue.label
        self.fifo = fifo
        self.items = ()
        self.pasts = deque()
        self.freed = deque()
        self.unused = queue.maxsize
        self.closed = False
        self._puts = self._dones = 0
        self.head = queue.touch
        self._tail = (((*self.key, "tail"), EXCLUSIVE),) if fifo else self.head
        self._tasks = (((*self.key, "tasks"), EXCLUSIVE),)
        self.both = self.head + self._tail if fifo else self.head
        self.shut = (((*self.key, "shut down"), EXCLUSIVE),)

    def size(self):
        return len(self.items) if self.fifo else machine().atomically(self.queue._qsize)

    def full(self):
        return 0 < self.queue.maxsize <= self.size()

    def over(self):
        return self.closed and not self.size()

    def put(self, item, machine):
        """Part of a put, when there is a free place, or the queue is shut down."""
        if self.closed:
            raise real.ShutDown
        if self.fifo:
            if self.unused > 0:
                self.unused -= 1
            elif self.freed:
                machine.join(self.freed.popleft())
            self.pasts.append(machine.current.past)
        machine.atomically(self.queue._put, item)
        self._puts += 1

    def get(self, machine):
        """Part of a get, when there is an item, or the queue is shut down."""
        if self.over():
            raise real.ShutDown
        if self.fifo:
            machine.join(self.pasts.popleft())
            if self.queue.maxsize > 0:
                self.freed.append(machine.current.past)
        return machine.atomically(self.queue._get)

    def look(self, what, look, touches=None):
        """Read something without waiting: one operation."""
        return machine().perform(LookAt(self, what, look, self.both if touches is None else touches))


class _Put:
    """What all ways of putting share."""

    __slots__ = ()
    kind = "put"

    def there(self):
        return self.store.closed or not self.store.full()

    def take(self, machine):
        self.store.put(self.item, machine)

    def describe(self):
        return f"puts {_short(self.item)} into {self.store.label}"

    def waits_for(self):
        size = self.store.queue.maxsize
        return f"for a free place in {self.store.label}, which is full: {size} item{'s' if size > 1 else ''}"


class Put(_Put, Shifting):
    """Wait for a free place, then put an item into it.  The n-th put matters to the n-th task_done."""

    __slots__ = ("store", "item")
    takes = "place"

    def __init__(self, store, item):
        self.store = store
        self.item = item
        super().__init__(store._tail)

    def more(self):
        return (((*self.store.key, "task", self.store._puts + 1), EXCLUSIVE),)

    enabled = _Put.there
    apply = _Put.take


class TryPut(_Put, Timed):
    """Put an item if there is a free place, or comes to be one within ``timeout`` (seconds)."""

    __slots__ = ("store", "item")

    def __init__(self, store, item, timeout, machine):
        super().__init__(timeout, machine, store.both + store._tasks)
        self.store = store
        self.item = item

    def describe(self):
        return f"{super().describe()} {self.patience()}"


class _Get:
    """What all ways of getting share."""

    __slots__ = ()
    kind = "get"

    def there(self):
        return self.store.closed or self.store.size() > 0

    def take(self, machine):
        self.item = self.store.get(machine)
        return self.item

    def describe(self):
        got = "an item" if self.item is NOTHING else _short(self.item)
        return f"takes {got} from {self.store.label}"

    def waits_for(self):
        return f"for an item in {self.store.label}, which is empty"


class Get(_Get, Operation):
    """Wait for an item, then take it."""

    __slots__ = ("store", "item")
    takes = "item"

    def __init__(self, store):
        self.store = store
        self.item = NOTHING
        super().__init__(store.head)

    ready = _Get.there
    apply = _Get.take


class TryGet(_Get, Timed):
    """Take an item if there is one, or comes to be one within ``timeout`` (seconds)."""

    __slots__ = ("store", "item")

    def __init__(self, store, timeout, machine):
        super().__init__(timeout, machine, store.both)
        self.store = store
        self.item = NOTHING

    def describe(self):
        return f"{super().describe()} {self.patience()}"


class Done(Shifting):
    """``task_done``: the n-th one answers the n-th put."""

    __slots__ = ("store",)
    kind = "task_done"

    def __init__(self, store):
        self.store = store
        super().__init__(store._tasks)

    def more(self):
        return (((*self.store.key, "task", self.store._dones + 1), EXCLUSIVE),)

    def apply(self, machine):
        if self.store._dones == self.store._puts:
            raise ValueError("task_done() called too many times")
        self.store._dones += 1

    def describe(self):
        return f"says that a task of {self.store.label} is done"


class Join(Operation):
    """Wait until every task is done."""

    __slots__ = ("store",)
    kind = "join"

    def __init__(self, store):
        self.store = store
        super().__init__(store._tasks + store._tail)

    def ready(self):
        return self.store._dones == self.store._puts

    def describe(self):
        return f"finds every task of {self.store.label} done"

    def waits_for(self):
        left = self.store._puts - self.store._dones
        return f"for task_done() on {self.store.label}: {left} task{'s are' if left != 1 else ' is'} not done"


class LookAt(Operation):
    """``qsize``, ``empty``, ``full``, ``unfinished_tasks``, ``queue``: a look at what ``touches`` are the keys of."""

    __slots__ = ("store", "what", "look")
    kind = "read"

    def __init__(self, store, what, look, touches):
        self.store = store
        self.what = what
        self.look = look
        super().__init__(tuple((key, READ) for key, _ in touches))

    def apply(self, machine):
        return machine.atomically(self.look)

    def describe(self):
        return f"looks at {self.store.label}: {self.what}"


class ShutDown(Operation):
    """``shutdown``: from now on no put; no get, once it is empty."""

    __slots__ = ("store", "immediate")
    kind = "shutdown"

    def __init__(self, store, immediate):
        self.store = store
        self.immediate = immediate
        super().__init__(store.both + store._tasks + store.shut)

    def apply(self, machine):
        store = self.store
        store.closed = True
        if self.immediate:
            store.pasts.clear()
            while store.size():
                machine.atomically(store.queue._get)
                if store._dones < store._puts:
                    store._dones += 1

    def describe(self):
        return f"shuts {self.store.label} down"


def _short(value):
    text = ADDRESS.sub("", repr(value))
    return text if len(text) <= 24 else text[:23] + "…"
