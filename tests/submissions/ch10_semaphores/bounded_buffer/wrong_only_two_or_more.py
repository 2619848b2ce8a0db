# fails: blocking: capacity 1: put 1, put 2: the second put returns
# kind: wrong_result
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.ring = [None] * max(capacity, 2)
        self.head = self.tail = 0
        self.mutex = Lock()
        self.free = Semaphore(len(self.ring))
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            self.ring[self.tail] = item
            self.tail = (self.tail + 1) % len(self.ring)
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.mutex:
            item = self.ring[self.head]
            self.head = (self.head + 1) % len(self.ring)
        self.free.release()
        return item
