# fails: blocking: capacity 1, full, P1 and P2 wait in put; one get frees two places; both puts return
# kind: wrong_result
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
        self.waiting = 0

    def put(self, item):
        with self.mutex:
            self.waiting += 1
        self.free.acquire()
        with self.mutex:
            self.waiting -= 1
            self.items.append(item)
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.mutex:
            item = self.items.popleft()
            crowd = self.waiting > 1
        self.free.release(2 if crowd else 1)
        return item
