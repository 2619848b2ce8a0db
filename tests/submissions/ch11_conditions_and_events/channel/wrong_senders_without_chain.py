# fails: closing: two sends are blocked; close gives one permit; the woken one raises Closed and does not pass it on
# kind: deadlock|lost_wakeup|hang
from collections import deque
from threading import Lock, Semaphore


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        self.mutex = Lock()
        self.free, self.filled = Semaphore(capacity), Semaphore(0)
        self.items = deque()
        self.closed = False

    def send(self, item):
        self.free.acquire()
        with self.mutex:
            if self.closed:
                raise Closed
            self.items.append(item)
        self.filled.release()

    def receive(self):
        self.filled.acquire()
        with self.mutex:
            if not self.items:
                self.filled.release()
                raise Closed
            item = self.items.popleft()
        self.free.release()
        return item

    def close(self):
        with self.mutex:
            if self.closed:
                return
            self.closed = True
        self.free.release()
        self.filled.release()
