# fails: blocking: capacity 2: P1 writes ring[tail] and is stopped before tail moves on; P2 writes the same ring[tail]; both
# then move tail
# kind: race|wrong_result
from threading import Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.ring = [None] * capacity
        self.head = self.tail = 0
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        self.ring[self.tail] = item
        self.tail = (self.tail + 1) % len(self.ring)
        self.used.release()

    def get(self):
        self.used.acquire()
        item = self.ring[self.head]
        self.head = (self.head + 1) % len(self.ring)
        self.free.release()
        return item
