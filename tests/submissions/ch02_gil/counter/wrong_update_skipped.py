# fails: updates: the lock is taken by another thread: the update is left out
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._value = start

    def increment(self, amount=1):
        if self._lock.acquire(blocking=False):
            self._value += amount
            self._lock.release()

    def decrement(self, amount=1):
        if self._lock.acquire(blocking=False):
            self._value -= amount
            self._lock.release()

    @property
    def value(self):
        with self._lock:
            return self._value
