# fails: blocking: capacity 2, empty: P1 appends and is stopped; P2 appends; both then read length 2; nobody opens the gate,
# gets block beside two items
# kind: lost_wakeup|deadlock|exception
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = deque()
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.not_empty = Lock()
        self.not_empty.acquire()

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            self.items.append(item)
        if len(self.items) == 1:
            self.not_empty.release()

    def get(self):
        self.not_empty.acquire()
        with self.mutex:
            item = self.items.popleft()
            if self.items:
                self.not_empty.release()
        self.free.release()
        return item
