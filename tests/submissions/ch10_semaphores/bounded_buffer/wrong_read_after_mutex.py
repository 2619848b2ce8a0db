# fails: order: capacity 2, full: C1 gets place 0 and is stopped; C2 takes place 1 and frees a permit; a put writes place 0; C1
# reads the new item
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
        with self.mutex:
            place = self.head
            self.head = (self.head + 1) % len(self.ring)
        item = self.ring[place]
        self.free.release()
        return item
