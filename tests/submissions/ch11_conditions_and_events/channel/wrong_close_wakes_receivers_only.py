# fails: closing: S is blocked in a full channel; close wakes the receivers only; S waits for ever
# kind: deadlock|lost_wakeup|hang
from collections import deque
from threading import Condition, Lock


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        lock = Lock()
        self.not_empty, self.not_full = Condition(lock), Condition(lock)
        self.capacity = capacity
        self.items = deque()
        self.closed = False

    def send(self, item):
        with self.not_full:
            while not self.closed and len(self.items) == self.capacity:
                self.not_full.wait()
            if self.closed:
                raise Closed
            self.items.append(item)
            self.not_empty.notify()

    def receive(self):
        with self.not_empty:
            while not self.closed and not self.items:
                self.not_empty.wait()
            if not self.items:
                raise Closed
            self.not_full.notify()
            return self.items.popleft()

    def close(self):
        with self.not_empty:
            self.closed = True
            self.not_empty.notify_all()
