# fails: basics: increment(0) adds 1, because 0 is falsy
# kind: wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=None):
        self._lock = Lock()
        self._value = start or 0

    def increment(self, amount=None):
        with self._lock:
            self._value += amount or 1

    def decrement(self, amount=None):
        with self._lock:
            self._value -= amount or 1

    @property
    def value(self):
        with self._lock:
            return self._value
