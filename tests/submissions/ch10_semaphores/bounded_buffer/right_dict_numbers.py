# right: items are kept in a dict under running numbers; everything inside the mutex
import itertools
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("too small")
        self._store = {}
        self._number_in = itertools.count()
        self._number_out = itertools.count()
        self._mutex = threading.Lock()
        self._free = threading.Semaphore(capacity)
        self._full = threading.Semaphore(0)

    def put(self, item):
        self._free.acquire()
        with self._mutex:
            self._store[next(self._number_in)] = item
        self._full.release()

    def get(self):
        self._full.acquire()
        with self._mutex:
            item = self._store.pop(next(self._number_out))
        self._free.release()
        return item
