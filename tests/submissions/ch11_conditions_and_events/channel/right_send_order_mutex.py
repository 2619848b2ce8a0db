# right: a first-come lock for senders, another for receivers, close takes neither
import threading
from collections import deque
class Closed(Exception): pass
class Channel:
    def __init__(self, capacity):
        self._turn_send, self._turn_receive = threading.Lock(), threading.Lock()
        self._cond = threading.Condition()
        self._items, self._capacity, self._closed = deque(), capacity, False
    def send(self, item):
        with self._turn_send, self._cond:
            while len(self._items) == self._capacity and not self._closed:
                self._cond.wait()
            if self._closed:
                raise Closed()
            self._items.append(item)
            self._cond.notify_all()
    def receive(self):
        with self._turn_receive, self._cond:
            while not self._items and not self._closed:
                self._cond.wait()
            if not self._items:
                raise Closed()
            self._cond.notify_all()
            return self._items.popleft()
    def close(self):
        with self._cond:
            self._closed = True
            self._cond.notify_all()
