# fails: updates: two threads have computed the new value before either has the lock; the second overwrites the first
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._value = start

    def increment(self, amount=1):
        new = self._value + amount
        with self._lock:
            self._value = new

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        with self._lock:
            return self._value
