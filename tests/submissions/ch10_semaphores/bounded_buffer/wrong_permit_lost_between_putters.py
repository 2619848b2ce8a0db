# fails: blocking: capacity 2, full, P1 and P2 wait; two gets follow each other before P1 has run: the second sees the gate open
# and leaves it; P1 goes on, P2 waits beside a free place
# kind: lost_wakeup|deadlock
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.items = deque()
        self.mutex = Lock()
        self.used = Semaphore(0)
        self.room = Lock()
        self.room.acquire()

    def put(self, item):
        while True:
            with self.mutex:
                if len(self.items) < self.capacity:
                    self.items.append(item)
                    break
            self.room.acquire()
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.mutex:
            item = self.items.popleft()
            if self.room.locked():
                self.room.release()
        return item
