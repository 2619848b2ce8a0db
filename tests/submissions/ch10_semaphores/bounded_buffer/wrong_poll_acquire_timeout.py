# fails: blocking: get from an empty buffer: the loop runs every 5 ms
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

    @staticmethod
    def _take(semaphore):
        while True:
            if semaphore.acquire(timeout=0.005):
                return

    def put(self, item):
        self._take(self._free)
        with self._mutex:
            self._items.append(item)
        self._filled.release()

    def get(self):
        self._take(self._filled)
        with self._mutex:
            item = self._items.popleft()
        self._free.release()
        return item
