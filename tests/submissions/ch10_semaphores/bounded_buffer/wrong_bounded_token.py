# fails: blocking: capacity 2, empty: P1 sees nothing stored and is stopped; P2 sees nothing; both append and release: the
# second "released too many times"
# kind: exception|deadlock|lost_wakeup|race
from collections import deque
from threading import BoundedSemaphore, Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = deque()
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.not_empty = BoundedSemaphore(1)
        self.not_empty.acquire()

    def put(self, item):
        self.free.acquire()
        first = not self.items
        with self.mutex:
            self.items.append(item)
        if first:
            self.not_empty.release()

    def get(self):
        self.not_empty.acquire()
        with self.mutex:
            item = self.items.popleft()
            if self.items:
                self.not_empty.release()
        self.free.release()
        return item
