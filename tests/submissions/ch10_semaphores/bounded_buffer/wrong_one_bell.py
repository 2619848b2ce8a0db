# fails: blocking: capacity 1: C counts itself asleep and is stopped; P1 puts and rings once; P2 finds the buffer full, takes
# that ring, sleeps again; C sleeps beside an item
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
        self.bell = Semaphore(0)
        self.sleepers = 0

    def _sleep(self):
        self.sleepers += 1
        self.mutex.release()
        self.bell.acquire()
        self.mutex.acquire()

    def _ring(self):
        if self.sleepers:
            self.bell.release(self.sleepers)
            self.sleepers = 0

    def put(self, item):
        self.mutex.acquire()
        while len(self.items) >= self.capacity:
            self._sleep()
        self.items.append(item)
        self._ring()
        self.mutex.release()

    def get(self):
        self.mutex.acquire()
        while not self.items:
            self._sleep()
        item = self.items.popleft()
        self._ring()
        self.mutex.release()
        return item
