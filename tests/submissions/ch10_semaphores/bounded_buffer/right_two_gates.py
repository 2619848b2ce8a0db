# right: locks only: one gate is closed while the buffer is full, one while it is empty; who passes opens it again
from collections import deque
from threading import Lock


class BoundedBuffer:
    """A gate's holder is the only one on its side; both gates are opened inside the mutex only."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.items = deque()
        self.mutex = Lock()
        self.not_full = Lock()
        self.not_empty = Lock()
        self.not_empty.acquire()

    def put(self, item):
        self.not_full.acquire()
        with self.mutex:
            self.items.append(item)
            if len(self.items) == 1:
                self.not_empty.release()
            if len(self.items) < self.capacity:
                self.not_full.release()

    def get(self):
        self.not_empty.acquire()
        with self.mutex:
            if len(self.items) == self.capacity:
                self.not_full.release()
            item = self.items.popleft()
            if self.items:
                self.not_empty.release()
        return item
