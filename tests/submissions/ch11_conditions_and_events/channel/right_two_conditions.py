# right: two conditions over one lock, notify one of the right kind, close wakes everybody
import threading
from collections import deque


class Closed(Exception):
    """The channel is closed."""


class Channel:
    def __init__(self, capacity):
        lock = threading.Lock()
        self.not_full = threading.Condition(lock)
        self.not_empty = threading.Condition(lock)
        self.lock = lock
        self.room = capacity
        self.items = deque()
        self.closed = False

    def send(self, item):
        with self.lock:
            self.not_full.wait_for(lambda: self.room or self.closed)
            if self.closed:
                raise Closed("send on a closed channel")
            self.room -= 1
            self.items.append(item)
            self.not_empty.notify()

    def receive(self):
        with self.lock:
            self.not_empty.wait_for(lambda: self.items or self.closed)
            if not self.items:
                raise Closed("nothing left to receive")
            self.room += 1
            self.not_full.notify()
            return self.items.popleft()

    def close(self):
        with self.lock:
            self.closed = True
            self.not_full.notify_all()
            self.not_empty.notify_all()
