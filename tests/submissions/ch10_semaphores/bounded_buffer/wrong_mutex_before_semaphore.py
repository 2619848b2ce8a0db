# fails: blocking: the buffer is empty; a get takes the mutex and waits for an item inside it; a put waits for the mutex for
# ever
# kind: deadlock
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
        with self._mutex:
            self._free.acquire()
            self._items.append(item)
            self._filled.release()

    def get(self):
        with self._mutex:
            self._filled.acquire()
            item = self._items.popleft()
            self._free.release()
            return item
