# right: the buffer itself is a deque (and therefore false while empty), with semaphores as attributes
from collections import deque
from threading import Semaphore


class BoundedBuffer(deque):
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        super().__init__()
        self.vacant = Semaphore(capacity)
        self.taken = Semaphore(0)

    def put(self, item):
        self.vacant.acquire()
        self.append(item)
        self.taken.release()

    def get(self):
        self.taken.acquire()
        item = self.popleft()
        self.vacant.release()
        return item
