# fails: blocking: capacity 2, one item: P holds the tail's lock, C the head's; each waits for the other's
# kind: deadlock
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = []
        self.head_lock = Lock()
        self.tail_lock = Lock()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        with self.tail_lock, self.head_lock:
            self.items.append(item)
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.head_lock, self.tail_lock:
            item = self.items.pop(0)
        self.free.release()
        return item
