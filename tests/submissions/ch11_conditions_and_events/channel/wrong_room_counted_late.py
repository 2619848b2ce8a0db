# fails: delivery: capacity 1: S1 sees room and drops the lock, S2 sees room too, both append: two items wait
# kind: race|wrong_result|overlap
from collections import deque
from threading import Condition


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = deque()
        self._closed = False
        self._changed = Condition()

    def _wait_until(self, ready):
        with self._changed:
            self._changed.wait_for(lambda: self._closed or ready())

    def send(self, item):
        self._wait_until(lambda: len(self._items) < self._capacity)
        with self._changed:
            if self._closed:
                raise Closed
            self._items.append(item)
            self._changed.notify_all()

    def receive(self):
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._items)
            if not self._items:
                raise Closed
            item = self._items.popleft()
            self._changed.notify_all()
            return item

    def close(self):
        with self._changed:
            self._closed = True
            self._changed.notify_all()
