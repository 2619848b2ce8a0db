# right: BoundedSemaphore on both sides, the second one emptied at the start; the bounds are never passed
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity")
        self.free = threading.BoundedSemaphore(capacity)
        self.full = threading.BoundedSemaphore(capacity)
        for _ in range(capacity):
            self.full.acquire()
        self.mutex = threading.BoundedSemaphore()
        self.items = deque()

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            self.items.append(item)
        self.full.release()

    def get(self):
        self.full.acquire()
        with self.mutex:
            item = self.items.popleft()
        self.free.release()
        return item
