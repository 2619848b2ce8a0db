# fails: blocking: empty: C releases the entry and is stopped; P puts, sees no delayed get; C counts itself and sleeps beside an
# item
# kind: lost_wakeup|deadlock|race
from collections import deque
from threading import Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.items = deque()
        self.entry = Semaphore(1)
        self.putters, self.getters = Semaphore(0), Semaphore(0)
        self.delayed_putters = self.delayed_getters = 0

    def _pass_baton(self):
        if self.items and self.delayed_getters:
            self.delayed_getters -= 1
            self.getters.release()
        elif len(self.items) < self.capacity and self.delayed_putters:
            self.delayed_putters -= 1
            self.putters.release()
        else:
            self.entry.release()

    def put(self, item):
        self.entry.acquire()
        if len(self.items) == self.capacity:
            self.entry.release()
            self.delayed_putters += 1
            self.putters.acquire()
        self.items.append(item)
        self._pass_baton()

    def get(self):
        self.entry.acquire()
        if not self.items:
            self.entry.release()
            self.delayed_getters += 1
            self.getters.acquire()
        item = self.items.popleft()
        self._pass_baton()
        return item
