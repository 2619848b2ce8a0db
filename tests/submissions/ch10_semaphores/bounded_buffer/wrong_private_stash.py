# fails: blocking: capacity 2: items 1 and 2 stored; C1 gets 1 and keeps 2; C2's get blocks for ever if C1 does not call again
# kind: deadlock|wrong_result
import threading
from collections import deque


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.items = deque()
        self.mutex = threading.Lock()
        self.free = threading.Semaphore(capacity)
        self.used = threading.Semaphore(0)
        self.mine = threading.local()

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            self.items.append(item)
        self.used.release()

    def get(self):
        stash = self.mine.__dict__.setdefault("stash", deque())
        if not stash:
            self.used.acquire()
            with self.mutex:
                stash.append(self.items.popleft())
                while self.used.acquire(blocking=False):
                    stash.append(self.items.popleft())
        self.free.release()
        return stash.popleft()
