# fails: updates: the lock is released before the new value is written: the next thread still reads the old one
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._value = start

    def increment(self, amount=1):
        with self._lock:
            new = self._value + amount
        self._value = new

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        return self._value
