# right: close appends a private end mark behind the last item; a receive that meets it leaves it there
from collections import deque
from threading import Condition

_END = object()


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        self.capacity = capacity
        self.line = deque()
        self.cond = Condition()

    def _closed(self):
        return bool(self.line) and self.line[-1] is _END

    def send(self, item):
        with self.cond:
            self.cond.wait_for(lambda: self._closed() or len(self.line) < self.capacity)
            if self._closed():
                raise Closed
            self.line.append(item)
            self.cond.notify_all()

    def receive(self):
        with self.cond:
            while not self.line:
                self.cond.wait()
            if self.line[0] is _END:
                raise Closed
            self.cond.notify_all()
            return self.line.popleft()

    def close(self):
        with self.cond:
            if not self._closed():
                self.line.append(_END)
                self.cond.notify_all()
