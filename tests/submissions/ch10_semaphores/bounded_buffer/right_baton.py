# right: passing the baton (Andrews): the mutex is not released but handed to one delayed putter or getter
from collections import deque
from threading import Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity = capacity
        self._items = deque()
        self._entry = Semaphore(1)
        self._putters = Semaphore(0)
        self._getters = Semaphore(0)
        self._delayed_putters = 0
        self._delayed_getters = 0

    def _pass_baton(self):
        if self._items and self._delayed_getters:
            self._delayed_getters -= 1
            self._getters.release()
        elif len(self._items) < self._capacity and self._delayed_putters:
            self._delayed_putters -= 1
            self._putters.release()
        else:
            self._entry.release()

    def put(self, item):
        self._entry.acquire()
        if len(self._items) == self._capacity:
            self._delayed_putters += 1
            self._entry.release()
            self._putters.acquire()         # the baton comes with it
        self._items.append(item)
        self._pass_baton()

    def get(self):
        self._entry.acquire()
        if not self._items:
            self._delayed_getters += 1
            self._entry.release()
            self._getters.acquire()
        item = self._items.popleft()
        self._pass_baton()
        return item
