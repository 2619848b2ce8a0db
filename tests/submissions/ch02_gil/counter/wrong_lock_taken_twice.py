# fails: basics: decrement holds the lock and calls increment, which waits for it: not reentrant
# kind: deadlock|hang
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._value = start

    def increment(self, amount=1):
        with self._lock:
            self._value += amount

    def decrement(self, amount=1):
        with self._lock:
            self.increment(-amount)

    @property
    def value(self):
        with self._lock:
            return self._value
