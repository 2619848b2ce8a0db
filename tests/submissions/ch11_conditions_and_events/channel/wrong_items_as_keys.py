# fails: delivery: the items are the keys of a dictionary: of two equal items (1 and True) waiting together one is lost
# kind: wrong_result|exception
from threading import Condition


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = {}
        self._closed = False
        self._changed = Condition()

    def send(self, item):
        with self._changed:
            while len(self._items) >= self._capacity and not self._closed:
                self._changed.wait()
            if self._closed:
                raise Closed
            self._items[item] = None
            self._changed.notify_all()

    def receive(self):
        with self._changed:
            while not self._items and not self._closed:
                self._changed.wait()
            if not self._items:
                raise Closed
            item = next(iter(self._items))
            del self._items[item]
            self._changed.notify_all()
            return item

    def close(self):
        with self._changed:
            self._closed = True
            self._changed.notify_all()
