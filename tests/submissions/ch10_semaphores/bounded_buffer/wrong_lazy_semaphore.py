# fails: blocking: first use: C sees None and is stopped; P makes one semaphore and releases it; C replaces it by its own and
# waits beside an item
# kind: deadlock|lost_wakeup|race
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._items = deque()
        self._mutex = Lock()
        self._free = Semaphore(capacity)
        self._filled = None

    @property
    def filled(self):
        if self._filled is None:
            self._filled = Semaphore(0)
        return self._filled

    def put(self, item):
        self._free.acquire()
        with self._mutex:
            self._items.append(item)
        self.filled.release()

    def get(self):
        self.filled.acquire()
        with self._mutex:
            item = self._items.popleft()
        self._free.release()
        return item
