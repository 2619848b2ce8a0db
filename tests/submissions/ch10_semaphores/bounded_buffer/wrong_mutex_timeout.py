# fails: blocking: P1 is stopped inside the mutex; P2's wait for it expires, P2 goes on and releases P1's mutex; P1's release
# raises
# kind: exception|race
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
        self.mutex.acquire(timeout=10)
        try:
            self.ring[self.tail] = item
            self.tail = (self.tail + 1) % len(self.ring)
        finally:
            self.mutex.release()
        self.used.release()

    def get(self):
        self.used.acquire()
        self.mutex.acquire(timeout=10)
        try:
            item = self.ring[self.head]
            self.head = (self.head + 1) % len(self.ring)
        finally:
            self.mutex.release()
        self.free.release()
        return item
