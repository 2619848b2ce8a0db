# fails: blocking: a receive in an empty channel looks again and again
# kind: livelock
from collections import deque
from threading import Condition
from time import sleep


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._closed = False
        self._changed = Condition()

    def send(self, item):
        with self._changed:
            while len(self._items) >= self._capacity and not self._closed:
                self._changed.wait()
            if self._closed:
                raise Closed
            self._items.append(item)
            self._changed.notify_all()

    def receive(self):
        while True:
            with self._changed:
                if self._items:
                    item = self._items.popleft()
                    self._changed.notify_all()
                    return item
                if self._closed:
                    raise Closed
            sleep(0.001)

    def close(self):
        with self._changed:
            self._closed = True
            self._changed.notify_all()
