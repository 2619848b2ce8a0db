# fails: blocking: capacity 2, empty: P1 appends, sees the gate locked and is stopped; P2 sees it locked and releases it; P1
# releases an open lock
# kind: exception|race
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = deque()
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.gate = Lock()
        self.gate.acquire()

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            self.items.append(item)
        if self.gate.locked():
            self.gate.release()

    def get(self):
        while True:
            self.gate.acquire()
            with self.mutex:
                if self.items:
                    item = self.items.popleft()
                    if self.items and self.gate.locked():
                        self.gate.release()
                    break
        self.free.release()
        return item
