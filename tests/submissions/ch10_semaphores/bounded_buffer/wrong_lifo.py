# fails: basics: capacity 2: put 1, put 2, get gives 2
# kind: wrong_result
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._items = []
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
            item = self._items.pop()
        self._free.release()
        return item
