# fails: blocking: capacity 2: put 1, put 2, get (1), put 3, get gives 3
# kind: wrong_result
from collections import deque
from threading import Lock, Semaphore

_NOTHING = object()


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.fast = _NOTHING
        self.items = deque()
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            if self.fast is _NOTHING:
                self.fast = item
            else:
                self.items.append(item)
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.mutex:
            if self.fast is not _NOTHING:
                item, self.fast = self.fast, _NOTHING
            else:
                item = self.items.popleft()
        self.free.release()
        return item
