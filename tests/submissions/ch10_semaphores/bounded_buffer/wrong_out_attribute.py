# fails: blocking: two items; C1 sets self.taken and leaves the mutex; C2 sets self.taken; both return C2's item
# kind: race|wrong_result
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = deque()
        self.taken = None
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            self.items.append(item)
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.mutex:
            self.taken = self.items.popleft()
        self.free.release()
        return self.taken
