# fails: blocking: empty buffer: a get waits for an item inside the getters' lock; the put finds the buffer empty, wants the
# same lock "to be safe"
# kind: deadlock
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = deque()
        self.getting = Lock()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        if self.items:
            self.items.append(item)
        else:
            with self.getting:
                self.items.append(item)
        self.used.release()

    def get(self):
        with self.getting:
            self.used.acquire()
            item = self.items.popleft()
            self.free.release()
            return item
