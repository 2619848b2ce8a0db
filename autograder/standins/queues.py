"""The module ``queue``: Queue, LifoQueue, PriorityQueue, SimpleQueue.  ``queue_steps`` has what happens to them."""

from __future__ import annotations

import queue as real
import sys
import types
from collections import deque
from heapq import heappop, heappush

from ..machine import machine
from .queue_items import Items
from .queue_steps import Done, Get, Join, Put, ShutDown, Store, TryGet, TryPut
from .standin import StandIn
from .waiting import TIMEOUT_MAX, TOO_LONG, check_number

SHUTS_DOWN = sys.version_info >= (3, 13)
NEGATIVE = "'timeout' must be a non-negative number"


class Queue(StandIn):
    """Stands in for ``queue.Queue``; a subclass may say how items are kept, as with the real one.

    All that is not the library's is in ``store_``, so that a subclass can call its own attributes what it likes.
    """

    __module__ = "queue"

    def __init__(self, maxsize=0):
        super().__init__("queue")
        self.maxsize = maxsize
        self.store_ = Store(self, all(getattr(type(self), name) is getattr(Queue, name) for name in HOOKS))
        machine().atomically(self._init, maxsize)

    # what a subclass may override; it runs as part of an operation

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    @property
    def queue(self):
        return self.store_.items if machine().atomic else Items(self.store_)

    @queue.setter
    def queue(self, items):
        m = machine()
        if not m.atomic:
            m.world.refuse(f"{self.label}.queue can be read, but not changed: use put() and get()")
        self.store_.items = items

    def put(self, item, block=True, timeout=None):
        m = machine()
        store = self.store_
        if self.maxsize <= 0 or block and timeout is None:
            m.perform(Put(store, item))
            return
        seconds, error = self._patience(block, timeout, lambda: store.closed, real.Full)
        if not m.perform(TryPut(store, item, seconds, m)):
            raise error

    def get(self, block=True, timeout=None):
        m = machine()
        store = self.store_
        if block and timeout is None:
            return m.perform(Get(store))
        seconds, error = self._patience(block, timeout, store.over, real.Empty)
        step = TryGet(store, seconds, m)
        if not m.perform(step):
            raise error
        return step.item

    def _patience(self, block, timeout, over, error):
        """(How many seconds to wait, None for not at all; what to raise when that was not enough)."""
        if not block:
            return None, error
        try:
            if timeout < 0:
                raise ValueError(NEGATIVE)
        except (TypeError, ValueError):
            if SHUTS_DOWN and self.store_.look("is it shut down?", over, self.store_.both + self.store_.shut):
                raise real.ShutDown from None
            raise
        if timeout > TIMEOUT_MAX:
            return None, OverflowError(TOO_LONG)
        return timeout or None, error

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        machine().perform(Done(self.store_))

    def join(self):
        machine().perform(Join(self.store_))

    def qsize(self):
        return self.store_.look("how many items it has", self.store_.size)

    def empty(self):
        return self.store_.look("is it empty?", lambda: not self.store_.size())

    def full(self):
        return self.store_.look("is it full?", self.store_.full)

    @property
    def unfinished_tasks(self):
        store = self.store_
        return store.look("how many tasks are not done", lambda: store._puts - store._dones, store._tail + store._tasks)

    if SHUTS_DOWN:
        def shutdown(self, immediate=False):
            machine().perform(ShutDown(self.store_, immediate))

        @property
        def is_shutdown(self):
            return self.store_.look("is it shut down?", lambda: self.store_.closed, self.store_.shut)

    def __getattr__(self, name):
        if name in ("mutex", "not_empty", "not_full", "all_tasks_done"):
            machine().world.refuse(f"queue.{type(self).__name__}.{name} cannot be played on the simulated machine")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object at {self.address()}>"

    __class_getitem__ = classmethod(types.GenericAlias)


HOOKS = ("_init", "_qsize", "_put", "_get")


class LifoQueue(Queue):
    """Stands in for ``queue.LifoQueue``."""

    __module__ = "queue"

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    """Stands in for ``queue.PriorityQueue``."""

    __module__ = "queue"

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class SimpleQueue(StandIn):
    """Stands in for ``queue.SimpleQueue``: unbounded, without tasks."""

    __module__ = "_queue"
    __slots__ = ("queue_",)
    unpicklable = "_queue.SimpleQueue"

    def __init__(self):
        self.queue_ = Queue()
        self.key, self.touch, self.label = self.queue_.key, self.queue_.touch, self.queue_.label

    def put(self, item, block=True, timeout=None):
        self.queue_.put(item)

    def get(self, block=True, timeout=None):
        if block and timeout is not None:
            check_number(timeout)
            if timeout > TIMEOUT_MAX:
                raise OverflowError(TOO_LONG)
            if timeout < 0:
                raise ValueError(NEGATIVE)
        return self.queue_.get(block, timeout)

    def put_nowait(self, item):
        self.queue_.put(item)

    def get_nowait(self):
        return self.queue_.get(False)

    def qsize(self):
        return self.queue_.qsize()

    def empty(self):
        return self.queue_.empty()

    def __getattr__(self, name):
        raise AttributeError(f"'_queue.SimpleQueue' object has no attribute {name!r}")

    __repr__ = Queue.__repr__
    __class_getitem__ = classmethod(types.GenericAlias)


def members():
    """The names of the stand-in for the module ``queue``."""
    names = {"Queue": Queue, "LifoQueue": LifoQueue, "PriorityQueue": PriorityQueue, "SimpleQueue": SimpleQueue,
             "Empty": real.Empty, "Full": real.Full}
    return {**names, "ShutDown": real.ShutDown} if SHUTS_DOWN else names
