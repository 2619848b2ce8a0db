# fails: blocking: one item in the inbox; C has copied the inbox and is stopped; P appends; C replaces the inbox by a new list;
# the next get finds nothing (IndexError)
# kind: race|exception|wrong_result
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.inbox, self.outbox = [], []
        self.in_lock, self.out_lock = Lock(), Lock()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        with self.in_lock:
            self.inbox.append(item)
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.out_lock:
            if not self.outbox:
                self.outbox = self.inbox[::-1]
                self.inbox = []
            item = self.outbox.pop()
        self.free.release()
        return item
