# fails: blocking: capacity 2: put a, put b; a put of c blocks; get gives a, the next get gives c instead of b
# kind: wrong_result
from collections import deque
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.items = deque()
        self.parked = deque()
        self.mutex = Lock()
        self.used = Semaphore(0)

    def put(self, item):
        with self.mutex:
            if len(self.items) < self.capacity:
                self.items.append(item)
                self.used.release()
                return
            gate = Lock()
            gate.acquire()
            self.parked.append((item, gate))
        gate.acquire()

    def get(self):
        self.used.acquire()
        with self.mutex:
            item = self.items.popleft()
            if self.parked:
                other, gate = self.parked.popleft()
                self.items.appendleft(other)
                self.used.release()
                gate.release()
            return item
