# fails: loads: none needed; it works otherwise
# kind: forbidden
from collections import deque
from multiprocessing import get_context
from threading import Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._places = get_context().SimpleQueue()
        for place in range(capacity):
            self._places.put(place)
        self._filled = Semaphore(0)
        self._items = deque()

    def put(self, item):
        self._places.get()
        self._items.append(item)
        self._filled.release()

    def get(self):
        self._filled.acquire()
        item = self._items.popleft()
        self._places.put(0)
        return item
