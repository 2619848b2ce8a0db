# fails: loads: none needed; it works otherwise
# kind: forbidden
from threading import Semaphore

from _queue import SimpleQueue


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._places = Semaphore(capacity)
        self._items = SimpleQueue()

    def put(self, item):
        self._places.acquire()
        self._items.put(item)

    def get(self):
        item = self._items.get()
        self._places.release()
        return item
