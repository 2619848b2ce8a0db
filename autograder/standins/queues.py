"""The module ``queue``: Queue, LifoQueue, PriorityQueue, SimpleQueue.  Each call is one operation: the real ones hold a mutex.

First in, first out: puts depend on puts and gets on gets, but a put and a get commute whenever both are enabled: an item
carries the past of its put, a free place that of the get that made it (``semaphores`` does the same with permits).  In the
other kinds of queue, and where a subclass says how items are kept, everything depends on everything.

Invariants of a Queue: ``pasts`` has one past for each item in ``queue``, in the order of putting; ``freed`` one for each free place
that a get has made and no put has taken.
"""

from __future__ import annotations

import queue as real
import sys
import types
from collections import deque
from heapq import heappop, heappush

from ..machine import EXCLUSIVE, Operation, Shifting, machine
from .standin import StandIn
from .waiting import Timed

SHUTS_DOWN = sys.version_info >= (3, 13)


class _Put:
    """What all ways of putting share.  ``number`` is the how-manieth put it is: the task_done with that number needs it."""

    __slots__ = ()
    kind = "put"
    enabling = True

    def there(self):
        return self.queue._closed or not self.queue._full()

    def take(self, machine):
        q = self.queue
        if q._closed:
            raise real.ShutDown
        if q.maxsize > 0 and q._freed:
            machine.join(q._freed.popleft())
        machine.atomically(q._put, self.item)
        q._pasts.append(machine.current.past)
        q._puts += 1

    def describe(self):
        return f"puts {_short(self.item)} into {self.queue.label}"

    def waits_for(self):
        q = self.queue
        return f"for a free place in {q.label}, which has {q._qsize()} of {q.maxsize} items"


class Put(_Put, Shifting):
    """Wait for a free place, then put an item into it."""

    __slots__ = ("queue", "item")

    def __init__(self, queue, item):
        self.queue = queue
        self.item = item
        super().__init__(queue._tail)

    def more(self):
        return (((*self.queue.key, "task", self.queue._puts + 1), EXCLUSIVE),)

    enabled = _Put.there

    def apply(self, machine):
        self.take(machine)


class TryPut(_Put, Timed):
    """Put an item if there is a free place, or comes to be one within ``timeout`` (seconds)."""

    __slots__ = ("queue", "item")

    def __init__(self, queue, item, timeout, machine):
        super().__init__(timeout, machine, queue._tail + queue._head + queue._tasks)
        self.queue = queue
        self.item = item

    def describe(self):
        return f"{super().describe()} {self.patience()}"


class _Get:
    """What all ways of getting share."""

    __slots__ = ()
    kind = "get"
    enabling = True

    def there(self):
        return self.queue._closed or self.queue._qsize() > 0

    def take(self, machine):
        q = self.queue
        if not q._qsize():
            raise real.ShutDown
        machine.join(q._pasts.popleft())
        self.item = machine.atomically(q._get)
        if q.maxsize > 0:
            q._freed.append(machine.current.past)

    def describe(self):
        got = "" if self.item is _NOTHING else f" {_short(self.item)}"
        return f"takes{got or ' an item'} from {self.queue.label}"

    def waits_for(self):
        return f"for an item in {self.queue.label}, which is empty"


class Get(_Get, Operation):
    """Wait for an item, then take it."""

    __slots__ = ("queue", "item")

    def __init__(self, queue):
        self.queue = queue
        self.item = _NOTHING
        super().__init__(queue._head)

    ready = _Get.there

    def apply(self, machine):
        self.take(machine)
        return self.item


class TryGet(_Get, Timed):
    """Take an item if there is one, or comes to be one within ``timeout`` (seconds)."""

    __slots__ = ("queue", "item")

    def __init__(self, queue, timeout, machine):
        super().__init__(timeout, machine, queue._head + queue._tail)
        self.queue = queue
        self.item = _NOTHING

    def describe(self):
        return f"{super().describe()} {self.patience()}"


class Done(Shifting):
    """``task_done``: the n-th one answers the n-th put."""

    __slots__ = ("queue",)
    kind = "task_done"
    enabling = True

    def __init__(self, queue):
        self.queue = queue
        super().__init__(queue._tasks)

    def more(self):
        return (((*self.queue.key, "task", self.queue._dones + 1), EXCLUSIVE),)

    def apply(self, machine):
        if self.queue._dones == self.queue._puts:
            raise ValueError("task_done() called too many times")
        self.queue._dones += 1

    def describe(self):
        return f"says that a task of {self.queue.label} is done"


class Join(Operation):
    """Wait until every task is done."""

    __slots__ = ("queue",)
    kind = "join"

    def __init__(self, queue):
        self.queue = queue
        super().__init__(queue._tasks + queue._tail)

    def ready(self):
        return self.queue._dones == self.queue._puts

    def describe(self):
        return f"finds every task of {self.queue.label} done"

    def waits_for(self):
        left = self.queue._puts - self.queue._dones
        return f"for task_done() on {self.queue.label}: {left} task{'s are' if left != 1 else ' is'} not done"


class LookAt(Operation):
    """``qsize``, ``empty``, ``full``, ``unfinished_tasks``, ``queue``: a look."""

    __slots__ = ("queue", "what", "look")
    kind = "read"

    def __init__(self, queue, what, look):
        self.queue = queue
        self.what = what
        self.look = look
        super().__init__(queue._head + queue._tail + queue._tasks)

    def apply(self, machine):
        return self.look()

    def describe(self):
        return f"looks at {self.queue.label}: {self.what}"


class ShutDownQueue(Operation):
    """``shutdown``: from now on no put; no get, once it is empty."""

    __slots__ = ("queue", "immediate")
    kind = "shutdown"

    def __init__(self, queue, immediate):
        self.queue = queue
        self.immediate = immediate
        super().__init__(queue._head + queue._tail + queue._tasks)

    def apply(self, machine):
        q = self.queue
        q._closed = True
        if self.immediate:
            while q._qsize():
                machine.atomically(q._get)
                q._pasts.popleft()
                if q._dones < q._puts:
                    q._dones += 1

    def describe(self):
        return f"shuts {self.queue.label} down"


class Queue(StandIn):
    """Stands in for ``queue.Queue``; a subclass may say how items are kept, as with the real one."""

    def __init__(self, maxsize=0):
        super().__init__("queue")
        self.maxsize = maxsize
        self._head = self.touch
        self._tail = self._head if self._kept_otherwise() else (((*self.key, "tail"), EXCLUSIVE),)
        self._tasks = (((*self.key, "tasks"), EXCLUSIVE),)
        self._pasts = deque()
        self._freed = deque()
        self._puts = self._dones = 0
        self._closed = False
        self._init(maxsize)

    def _kept_otherwise(self):
        return any(getattr(type(self), name) is not getattr(Queue, name) for name in ("_init", "_qsize", "_put", "_get"))

    # what a subclass may override

    def _init(self, maxsize):
        self.__dict__["queue"] = deque()

    def _qsize(self):
        return len(self.__dict__["queue"])

    def _put(self, item):
        self.__dict__["queue"].append(item)

    def _get(self):
        return self.__dict__["queue"].popleft()

    def _full(self):
        return 0 < self.maxsize <= self._qsize()

    def put(self, item, block=True, timeout=None):
        m = machine()
        if self.maxsize <= 0 or block and timeout is None:
            m.perform(Put(self, item))
            return
        if block and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not m.perform(TryPut(self, item, timeout if block and timeout > 0 else None, m)):
            raise real.Full

    def get(self, block=True, timeout=None):
        m = machine()
        if block and timeout is None:
            return m.perform(Get(self))
        if block and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        step = TryGet(self, timeout if block and timeout > 0 else None, m)
        if not m.perform(step):
            raise real.Empty
        return step.item

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        machine().perform(Done(self))

    def join(self):
        machine().perform(Join(self))

    def _look(self, what, look):
        return machine().perform(LookAt(self, what, look))

    def qsize(self):
        return self._look("how many items it has", self._qsize)

    def empty(self):
        return self._look("is it empty?", lambda: not self._qsize())

    def full(self):
        return self._look("is it full?", self._full)

    @property
    def unfinished_tasks(self):
        return self._look("how many tasks are not done", lambda: self._puts - self._dones)

    if SHUTS_DOWN:
        def shutdown(self, immediate=False):
            machine().perform(ShutDownQueue(self, immediate))

        @property
        def is_shutdown(self):
            return self._look("is it shut down?", lambda: self._closed)

    def __getattr__(self, name):
        if name in ("mutex", "not_empty", "not_full", "all_tasks_done"):
            machine().world.refuse(f"queue.{type(self).__name__}.{name} cannot be played on the simulated machine")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    __class_getitem__ = classmethod(types.GenericAlias)


class LifoQueue(Queue):
    """Stands in for ``queue.LifoQueue``."""

    def _init(self, maxsize):
        self.__dict__["queue"] = []

    def _get(self):
        return self.__dict__["queue"].pop()


class PriorityQueue(Queue):
    """Stands in for ``queue.PriorityQueue``."""

    def _init(self, maxsize):
        self.__dict__["queue"] = []

    def _put(self, item):
        heappush(self.__dict__["queue"], item)

    def _get(self):
        return heappop(self.__dict__["queue"])


class SimpleQueue(StandIn):
    """Stands in for ``queue.SimpleQueue``: unbounded, without tasks."""

    def __init__(self):
        self._queue = Queue()
        self._queue.label = machine().label_for("queue")

    def put(self, item, block=True, timeout=None):
        self._queue.put(item)

    def get(self, block=True, timeout=None):
        return self._queue.get(block, timeout)

    def put_nowait(self, item):
        self._queue.put(item)

    def get_nowait(self):
        return self._queue.get(False)

    def qsize(self):
        return self._queue.qsize()

    def empty(self):
        return self._queue.empty()

    __class_getitem__ = classmethod(types.GenericAlias)


def _short(value):
    text = repr(value)
    return text if len(text) <= 24 else text[:23] + "…"


_NOTHING = object()


def members():
    """The names of the stand-in for the module ``queue``."""
    names = {"Queue": Queue, "LifoQueue": LifoQueue, "PriorityQueue": PriorityQueue, "SimpleQueue": SimpleQueue,
             "Empty": real.Empty, "Full": real.Full}
    return {**names, "ShutDown": real.ShutDown} if SHUTS_DOWN else names
