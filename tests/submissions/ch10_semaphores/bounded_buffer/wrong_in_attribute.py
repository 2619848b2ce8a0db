# fails: blocking: P1 sets self.coming and is stopped; P2 sets self.coming; both append P2's item
# kind: race|wrong_result
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = deque()
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        self.coming = item
        with self.mutex:
            self.items.append(self.coming)
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.mutex:
            item = self.items.popleft()
        self.free.release()
        return item
