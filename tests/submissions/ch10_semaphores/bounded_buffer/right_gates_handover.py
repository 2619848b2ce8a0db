# right: no semaphore: every waiter has a lock of its own as a gate, items and places are handed over directly
from collections import deque
from threading import Lock


class _Waiter:
    """Someone asleep before a closed gate; `item` is what it brings or what it is given."""

    __slots__ = ("gate", "item")

    def __init__(self, item=None):
        self.item = item
        self.gate = Lock()
        self.gate.acquire()


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity < 1")
        self._capacity = capacity
        self._lock = Lock()
        self._items = deque()
        self._getters = deque()     # not empty only while nothing is stored
        self._putters = deque()     # not empty only while the buffer is full

    def put(self, item):
        with self._lock:
            if self._getters:
                getter = self._getters.popleft()
                getter.item = item
                getter.gate.release()
                return
            if len(self._items) < self._capacity:
                self._items.append(item)
                return
            me = _Waiter(item)
            self._putters.append(me)
        me.gate.acquire()

    def get(self):
        with self._lock:
            if self._items:
                item = self._items.popleft()
                if self._putters:
                    putter = self._putters.popleft()
                    self._items.append(putter.item)
                    putter.gate.release()
                return item
            me = _Waiter()
            self._getters.append(me)
        me.gate.acquire()
        return me.item
