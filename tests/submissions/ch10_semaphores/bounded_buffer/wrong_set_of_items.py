# fails: basics: capacity 2: put 1, put 1, get, get: the second raises StopIteration
# kind: exception|wrong_result
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = {}
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            self.items[item] = True
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.mutex:
            item = next(iter(self.items))
            del self.items[item]
        self.free.release()
        return item
