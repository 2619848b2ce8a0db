# fails: delivery: send holds not_full and wants not_empty, receive holds not_empty and wants not_full (each to notify the other)
# kind: deadlock
from collections import deque
from threading import Condition


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        self.capacity = capacity
        self.items = deque()
        self.closed = False
        self.not_full, self.not_empty = Condition(), Condition()

    def send(self, item):
        with self.not_full:
            while not self.closed and len(self.items) >= self.capacity:
                self.not_full.wait()
            if self.closed:
                raise Closed
            with self.not_empty:
                self.items.append(item)
                self.not_empty.notify()

    def receive(self):
        with self.not_empty:
            while not self.closed and not self.items:
                self.not_empty.wait()
            if not self.items:
                raise Closed
            with self.not_full:
                item = self.items.popleft()
                self.not_full.notify()
            return item

    def close(self):
        with self.not_full, self.not_empty:
            self.closed = True
            self.not_full.notify_all()
            self.not_empty.notify_all()
