# right: every waiter hangs a semaphore of its own on the list; every change rings all the bells
import threading
from collections import deque


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity):
        self.capacity = capacity
        self.items = deque()
        self.closed = False
        self.mutex = threading.Semaphore(1)
        self.bells = []

    def _sleep(self):
        bell = threading.Semaphore(0)
        self.bells.append(bell)
        self.mutex.release()
        bell.acquire()
        self.mutex.acquire()

    def _ring(self):
        while self.bells:
            self.bells.pop().release()

    def send(self, item):
        with self.mutex:
            while len(self.items) >= self.capacity and not self.closed:
                self._sleep()
            if self.closed:
                raise Closed
            self.items.append(item)
            self._ring()

    def receive(self):
        with self.mutex:
            while not self.items and not self.closed:
                self._sleep()
            if not self.items:
                raise Closed
            self._ring()
            return self.items.popleft()

    def close(self):
        with self.mutex:
            self.closed = True
            self._ring()
