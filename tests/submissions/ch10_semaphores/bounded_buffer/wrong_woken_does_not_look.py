# fails: nothing_lost: C1 sleeps; P appends and wakes it; before C1 has the mutex C2 comes and takes the item; C1 pops from an
# empty deque
# kind: exception|race|deadlock
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = deque()
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.alarm = Semaphore(0)
        self.sleepers = 0

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            self.items.append(item)
            if self.sleepers:
                self.sleepers -= 1
                self.alarm.release()

    def get(self):
        self.mutex.acquire()
        if not self.items:
            self.sleepers += 1
            self.mutex.release()
            self.alarm.acquire()
            self.mutex.acquire()
        item = self.items.popleft()
        self.mutex.release()
        self.free.release()
        return item
