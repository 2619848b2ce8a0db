# fails: blocking: get from an empty buffer: spins on acquire(blocking=False)
# kind: livelock|forbidden
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._items = deque()
        self._mutex = Lock()
        self._free = Semaphore(capacity)
        self._filled = Semaphore(0)

    def put(self, item):
        while not self._free.acquire(blocking=False):
            pass
        with self._mutex:
            self._items.append(item)
        self._filled.release()

    def get(self):
        while not self._filled.acquire(blocking=False):
            pass
        with self._mutex:
            item = self._items.popleft()
        self._free.release()
        return item
