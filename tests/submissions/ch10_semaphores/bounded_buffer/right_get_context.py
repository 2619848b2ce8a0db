# right: semaphores and lock of a multiprocessing context, fetched by method call; used between threads
import multiprocessing
from collections import deque

_context = multiprocessing.get_context()


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._items = deque()
        self._mutex = _context.Lock()
        self._free = _context.Semaphore(capacity)
        self._filled = _context.BoundedSemaphore(capacity)
        for _ in range(capacity):
            self._filled.acquire()

    def put(self, item):
        self._free.acquire()
        with self._mutex:
            self._items.append(item)
        self._filled.release()

    def get(self):
        self._filled.acquire()
        with self._mutex:
            item = self._items.popleft()
        self._free.release()
        return item
