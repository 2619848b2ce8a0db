# fails: blocking: put capacity + 1 items, nobody gets: the last put returns
# kind: wrong_result
from collections import deque
from threading import Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._items = deque()
        self._free = Semaphore(0)
        self._filled = Semaphore(0)
        for _ in range(capacity + 1):
            self._free.release()

    def put(self, item):
        self._free.acquire()
        self._items.append(item)
        self._filled.release()

    def get(self):
        self._filled.acquire()
        item = self._items.popleft()
        self._free.release()
        return item
