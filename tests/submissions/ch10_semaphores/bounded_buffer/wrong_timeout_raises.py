# fails: blocking: put into a full buffer; its wait expires before anything is taken
# kind: exception
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    PATIENCE = 60

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._items = deque()
        self._mutex = Lock()
        self._free = Semaphore(capacity)
        self._filled = Semaphore(0)

    def put(self, item):
        if not self._free.acquire(timeout=self.PATIENCE):
            raise RuntimeError("deadlock?")
        with self._mutex:
            self._items.append(item)
        self._filled.release()

    def get(self):
        if not self._filled.acquire(timeout=self.PATIENCE):
            raise RuntimeError("deadlock?")
        with self._mutex:
            item = self._items.popleft()
        self._free.release()
        return item
