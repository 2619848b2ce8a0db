# fails: blocking: capacity 1, full, P1 delayed: C takes the item, wakes P1 and opens the entry; P2 enters, sees room and
# appends, then P1 appends: two items
# kind: race|wrong_result|exception
from collections import deque
from threading import Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.items = deque()
        self.entry = Semaphore(1)
        self.putters = Semaphore(0)
        self.delayed = 0
        self.used = Semaphore(0)

    def put(self, item):
        self.entry.acquire()
        if len(self.items) >= self.capacity:
            self.delayed += 1
            self.entry.release()
            self.putters.acquire()
            self.items.append(item)
        else:
            self.items.append(item)
            self.entry.release()
        self.used.release()

    def get(self):
        self.used.acquire()
        self.entry.acquire()
        item = self.items.popleft()
        if self.delayed:
            self.delayed -= 1
            self.putters.release()
        self.entry.release()
        return item
