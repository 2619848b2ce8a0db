# right: a ring of fixed size with two running numbers; an explicit lock
import threading


class Closed(Exception):
    pass


class Channel:
    def __init__(self, capacity: int) -> None:
        self._ring = [None] * capacity
        self._head = self._tail = 0
        self._open = True
        self._lock = threading.RLock()
        self._event = threading.Condition(self._lock)

    def __len__(self) -> int:
        return self._tail - self._head

    def send(self, item) -> None:
        self._lock.acquire()
        try:
            while self._open and len(self) == len(self._ring):
                self._event.wait()
            if not self._open:
                raise Closed()
            self._ring[self._tail % len(self._ring)] = item
            self._tail += 1
            self._event.notify_all()
        finally:
            self._lock.release()

    def receive(self):
        self._lock.acquire()
        try:
            while self._open and len(self) == 0:
                self._event.wait()
            if len(self) == 0:
                raise Closed()
            place = self._head % len(self._ring)
            item, self._ring[place] = self._ring[place], None
            self._head += 1
            self._event.notify_all()
            return item
        finally:
            self._lock.release()

    def close(self) -> None:
        self._lock.acquire()
        self._open = False
        self._event.notify_all()
        self._lock.release()
