# fails: blocking: two items; C1 reads items[0] and is stopped between the sections; C2 reads the same; both delete
# kind: race|wrong_result
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = []
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def _first(self):
        with self.mutex:
            return self.items[0]

    def _drop_first(self):
        with self.mutex:
            del self.items[0]

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            self.items.append(item)
        self.used.release()

    def get(self):
        self.used.acquire()
        item = self._first()
        self._drop_first()
        self.free.release()
        return item
