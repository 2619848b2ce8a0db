# right: stored in two stacks, turned over when the outgoing one is empty; one lock for both
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.inbox = []
        self.outbox = []
        self.lock = threading.Lock()
        self.free = threading.Semaphore(capacity)
        self.ready = threading.Semaphore(0)

    def put(self, item):
        self.free.acquire()
        with self.lock:
            self.inbox.append(item)
        self.ready.release()

    def get(self):
        self.ready.acquire()
        try:
            with self.lock:
                if not self.outbox:
                    self.inbox.reverse()
                    self.inbox, self.outbox = self.outbox, self.inbox
                return self.outbox.pop()
        finally:
            self.free.release()
