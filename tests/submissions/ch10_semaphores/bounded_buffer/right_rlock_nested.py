# right: an RLock as mutex, taken again by the helper methods
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._check(capacity)
        self._lock = threading.RLock()
        self._spaces = threading.Semaphore(capacity)
        self._items_there = threading.Semaphore(0)
        self._ring = [None] * capacity
        self._start = 0
        self._count = 0

    @staticmethod
    def _check(capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")

    def _index(self, offset):
        with self._lock:
            return (self._start + offset) % len(self._ring)

    def _store(self, item):
        with self._lock:
            self._ring[self._index(self._count)] = item
            self._count += 1

    def _fetch(self):
        with self._lock:
            item = self._ring[self._start]
            self._ring[self._start] = None
            self._start = self._index(1)
            self._count -= 1
            return item

    def put(self, item):
        self._spaces.acquire()
        self._store(item)
        self._items_there.release()

    def get(self):
        self._items_there.acquire()
        item = self._fetch()
        self._spaces.release()
        return item
