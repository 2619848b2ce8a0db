# fails: basics: BoundedBuffer(0) is made without complaint (Semaphore itself refuses only negative counts)
# kind: wrong_result|exception
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        self._items = deque()
        self._mutex = Lock()
        self._free = Semaphore(capacity)
        self._filled = Semaphore(0)

    def put(self, item):
        self._free.acquire()
        with self._mutex:
            self._items.append(item)
        self._filled.release()

    def get(self):
        self._filled.acquire()
        with self._mutex:
            item = self._items.popleft()
        self._free.release()
        return item
