# fails: basics: BoundedBuffer(0)
# kind: exception|wrong_result
from collections import deque
from threading import Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        assert capacity >= 1, "capacity must be at least 1"
        self._items = deque()
        self._free = Semaphore(capacity)
        self._filled = Semaphore(0)

    def put(self, item):
        self._free.acquire()
        self._items.append(item)
        self._filled.release()

    def get(self):
        self._filled.acquire()
        item = self._items.popleft()
        self._free.release()
        return item
