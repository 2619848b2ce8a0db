# fails: basics: one thread: put(1) into an empty buffer of capacity 2 never returns
# kind: deadlock|hang
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
        self._free.acquire()
        taken = Lock()
        taken.acquire()
        with self._mutex:
            self._items.append((item, taken))
        self._filled.release()
        taken.acquire()

    def get(self):
        self._filled.acquire()
        with self._mutex:
            item, taken = self._items.popleft()
        taken.release()
        self._free.release()
        return item
