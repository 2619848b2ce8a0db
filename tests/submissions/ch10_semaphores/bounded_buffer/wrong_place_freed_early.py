# fails: blocking: capacity 1, full: C releases `free` and is stopped before the mutex; P overwrites the place; C reads the new
# item, the old one is gone
# kind: race|wrong_result
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.ring = [None] * capacity
        self.head = self.tail = 0
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            self.ring[self.tail] = item
            self.tail = (self.tail + 1) % len(self.ring)
        self.used.release()

    def get(self):
        self.used.acquire()
        self.free.release()
        with self.mutex:
            item = self.ring[self.head]
            self.head = (self.head + 1) % len(self.ring)
        return item
