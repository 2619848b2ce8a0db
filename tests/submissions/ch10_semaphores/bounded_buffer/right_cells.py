# right: a fixed set of cells travels between a deque of free ones and a deque of filled ones; no mutex
from collections import deque
from threading import Semaphore
from types import SimpleNamespace


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.empties = deque(SimpleNamespace(content=None) for _ in range(capacity))
        self.filled = deque()
        self.count_empties = Semaphore(len(self.empties))
        self.count_filled = Semaphore(0)

    def put(self, item):
        self.count_empties.acquire()
        cell = self.empties.pop()
        cell.content = item
        self.filled.append(cell)
        self.count_filled.release()

    def get(self):
        self.count_filled.acquire()
        cell = self.filled.popleft()
        item, cell.content = cell.content, None
        self.empties.append(cell)
        self.count_empties.release()
        return item
