# right: a getter waits for an item while it holds the getters' lock, a putter while it holds the putters': no one else needs them
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = deque()
        self.putting = threading.Lock()
        self.getting = threading.Lock()
        self.free = threading.Semaphore(capacity)
        self.used = threading.Semaphore(0)

    def put(self, item):
        with self.putting:
            self.free.acquire()
            self.items.append(item)
            self.used.release()

    def get(self):
        with self.getting:
            self.used.acquire()
            item = self.items.popleft()
            self.free.release()
            return item
