# fails: loads: multiprocessing.dummy.Queue is queue.Queue under another name
# kind: forbidden
from multiprocessing.dummy import Queue as Store
from threading import Condition


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = Store()
        self._closed = False
        self._changed = Condition()

    def send(self, item):
        with self._changed:
            self._changed.wait_for(lambda: self._items.qsize() < self._capacity or self._closed)
            if self._closed:
                raise Closed
            self._items.put(item)
            self._changed.notify_all()

    def receive(self):
        with self._changed:
            self._changed.wait_for(lambda: self._items.qsize() or self._closed)
            if not self._items.qsize():
                raise Closed
            item = self._items.get()
            self._changed.notify_all()
            return item

    def close(self):
        with self._changed:
            self._closed = True
            self._changed.notify_all()
