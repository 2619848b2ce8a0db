# fails: blocking: C1 and C2 sleep; P puts a (cell = a, wakes C1), then b (cell = b, wakes C2) before C1 has read; both return b
# kind: race|wrong_result
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = deque()
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.sleepers = deque()
        self.cell = None

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            if self.sleepers:
                self.cell = item
                self.sleepers.popleft().release()
            else:
                self.items.append(item)

    def get(self):
        gate = None
        with self.mutex:
            if self.items:
                item = self.items.popleft()
            else:
                gate = Lock()
                gate.acquire()
                self.sleepers.append(gate)
        if gate is not None:
            gate.acquire()
            item = self.cell
        self.free.release()
        return item
