# fails: updates: every call makes a lock of its own, which keeps nobody out: two threads read the same value
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._value = start

    def _lock(self):
        return Lock()

    def increment(self, amount=1):
        with self._lock():
            self._value += amount

    def decrement(self, amount=1):
        with self._lock():
            self._value -= amount

    @property
    def value(self):
        with self._lock():
            return self._value
