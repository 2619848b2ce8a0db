# right: a heap of (number, item); the numbers differ, so items are never compared
from heapq import heappop, heappush
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.heap, self.number, self.lock = [], 0, Lock()
        self.free, self.used = Semaphore(capacity), Semaphore(0)

    def put(self, item):
        with self.free_place():
            heappush(self.heap, (self.number, item))
            self.number += 1
        self.used.release()

    def free_place(self):
        self.free.acquire()
        return self.lock

    def get(self):
        self.used.acquire()
        with self.lock:
            _, item = heappop(self.heap)
        self.free.release()
        return item
