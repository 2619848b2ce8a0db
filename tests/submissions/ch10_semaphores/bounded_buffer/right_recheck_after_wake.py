# right: counted sleepers, a bell (semaphore) for each kind, rung for all of that kind; who wakes looks again, so others may come first
from collections import deque
from threading import Lock, Semaphore


class _Sleepers:
    """sleepers + permits of the bell == threads of this kind between lying down and waking."""

    def __init__(self, mutex):
        self.mutex = mutex
        self.bell = Semaphore(0)
        self.count = 0

    def sleep(self):
        self.count += 1
        self.mutex.release()
        self.bell.acquire()
        self.mutex.acquire()

    def wake_all(self):
        if self.count:
            self.bell.release(self.count)
            self.count = 0


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.items = deque()
        self.mutex = Lock()
        self.putters = _Sleepers(self.mutex)
        self.getters = _Sleepers(self.mutex)

    def put(self, item):
        self.mutex.acquire()
        while len(self.items) >= self.capacity:
            self.putters.sleep()
        self.items.append(item)
        self.getters.wake_all()
        self.mutex.release()

    def get(self):
        self.mutex.acquire()
        while not self.items:
            self.getters.sleep()
        item = self.items.popleft()
        self.putters.wake_all()
        self.mutex.release()
        return item
