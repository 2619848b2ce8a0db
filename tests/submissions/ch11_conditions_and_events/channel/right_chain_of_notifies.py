# right: close notifies one on each side, every one that leaves with Closed notifies the next
from threading import Condition, Lock


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        self._capacity = capacity
        self._items = []
        self._closed = False
        self._mutex = Lock()
        self._senders = Condition(self._mutex)
        self._receivers = Condition(self._mutex)

    def send(self, item):
        with self._senders:
            while True:
                if self._closed:
                    self._senders.notify()
                    raise Closed
                if len(self._items) < self._capacity:
                    break
                self._senders.wait()
            self._items.append(item)
            self._receivers.notify()

    def receive(self):
        with self._receivers:
            while not self._items:
                if self._closed:
                    self._receivers.notify()
                    raise Closed
                self._receivers.wait()
            item = self._items.pop(0)
            if self._closed:
                self._receivers.notify()
            self._senders.notify()
            return item

    def close(self):
        with self._mutex:
            self._closed = True
            self._senders.notify()
            self._receivers.notify()
