# fails: updates: a decrement reads the value without the lock while an increment is in the middle
# kind: race|wrong_result
import threading


class Counter:
    def __init__(self, start=0):
        self._lock = threading.Lock()
        self._value = start

    def increment(self, amount=1):
        with self._lock:
            self._value += amount

    def decrement(self, amount=1):
        self._value -= amount

    @property
    def value(self):
        with self._lock:
            return self._value
