# fails: basics: value is a method, not a property
# kind: wrong_result|interface|exception
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
            self._value -= amount

    def value(self):
        with self._lock:
            return self._value
