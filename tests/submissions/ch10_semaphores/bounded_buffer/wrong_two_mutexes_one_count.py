# fails: blocking: capacity 2, one item stored: P reads count 1, C (other lock) reads 1 and writes 0, P writes 2; the next put
# goes to a wrong place
# kind: race|wrong_result
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.ring = [None] * capacity
        self.head = 0
        self.count = 0
        self.put_lock = Lock()
        self.get_lock = Lock()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        with self.put_lock:
            self.ring[(self.head + self.count) % len(self.ring)] = item
            self.count += 1
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.get_lock:
            item = self.ring[self.head]
            self.head = (self.head + 1) % len(self.ring)
            self.count -= 1
        self.free.release()
        return item
