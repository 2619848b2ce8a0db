# fails: blocking: capacity 1, empty: P1 and P2 both see room, both append
# kind: race|wrong_result|exception
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.items = deque()
        self.mutex = Lock()
        self.room = Semaphore(0)
        self.waiting = 0
        self.used = Semaphore(0)

    def put(self, item):
        with self.mutex:
            full = len(self.items) >= self.capacity
            if full:
                self.waiting += 1
        if full:
            self.room.acquire()
        with self.mutex:
            self.items.append(item)
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.mutex:
            item = self.items.popleft()
            if self.waiting:
                self.waiting -= 1
                self.room.release()
            return item
