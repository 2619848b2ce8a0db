# right: one context manager for both directions: takes from one semaphore, gives to the other, the mutex inside
from contextlib import contextmanager
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._list = []
        self._lock = Lock()
        self._holes = Semaphore(capacity)
        self._pegs = Semaphore(0)

    @contextmanager
    def _moving(self, source, target):
        source.acquire()
        with self._lock:
            yield self._list
        target.release()

    def put(self, item):
        with self._moving(self._holes, self._pegs) as items:
            items.append(item)

    def get(self):
        with self._moving(self._pegs, self._holes) as items:
            return items.pop(0)
