# right: one lock for all counters: slower, but nothing is lost and nobody waits for long
from contextlib import contextmanager
from threading import Lock


class Counter:
    __slots__ = ("_number",)
    _lock = Lock()

    def __init__(self, start=0):
        self._number = start

    @contextmanager
    def _alone(self):
        self._lock.acquire()
        try:
            yield
        finally:
            self._lock.release()

    def increment(self, amount=1):
        with self._alone():
            self._number += amount

    def decrement(self, amount=1):
        with self._alone():
            self._number -= amount

    @property
    def value(self):
        with self._alone():
            number = self._number
        return number
