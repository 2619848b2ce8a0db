# fails: loads: none needed: the import; it works otherwise
# kind: forbidden
from collections import deque
from threading import Condition as Gatekeeper, Lock


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity = capacity
        self._items = deque()
        lock = Lock()
        self._room, self._stock = Gatekeeper(lock), Gatekeeper(lock)

    def put(self, item):
        with self._room:
            while len(self._items) >= self._capacity:
                self._room.wait()
            self._items.append(item)
            self._stock.notify()

    def get(self):
        with self._stock:
            while not self._items:
                self._stock.wait()
            item = self._items.popleft()
            self._room.notify()
            return item
