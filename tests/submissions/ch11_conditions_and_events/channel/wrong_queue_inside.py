# fails: loads: a queue.Queue holds the items
# kind: forbidden
import queue
import threading


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = queue.Queue()
        self._closed = False
        self._changed = threading.Condition()

    def send(self, item):
        with self._changed:
            self._changed.wait_for(lambda: self._items.qsize() < self._capacity or self._closed)
            if self._closed:
                raise Closed
            self._items.put_nowait(item)
            self._changed.notify_all()

    def receive(self):
        with self._changed:
            self._changed.wait_for(lambda: not self._items.empty() or self._closed)
            if self._items.empty():
                raise Closed
            item = self._items.get_nowait()
            self._changed.notify_all()
            return item

    def close(self):
        with self._changed:
            self._closed = True
            self._changed.notify_all()
