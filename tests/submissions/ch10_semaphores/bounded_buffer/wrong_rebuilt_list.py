# fails: blocking: capacity 2: P1 and P2 read the same old list, each writes back its own copy
# kind: race|wrong_result|exception
from threading import Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = ()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        self.items = self.items + (item,)
        self.used.release()

    def get(self):
        self.used.acquire()
        item, *rest = self.items
        self.items = tuple(rest)
        self.free.release()
        return item
