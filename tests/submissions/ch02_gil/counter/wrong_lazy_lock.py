# fails: updates: two first calls both find no lock and make one each; they update at the same time
# kind: race|wrong_result
from threading import Lock


class Counter:
    _lock = None

    def __init__(self, start=0):
        self._value = start

    def _get_lock(self):
        if self._lock is None:
            self._lock = Lock()
        return self._lock

    def increment(self, amount=1):
        with self._get_lock():
            self._value += amount

    def decrement(self, amount=1):
        with self._get_lock():
            self._value -= amount

    @property
    def value(self):
        with self._get_lock():
            return self._value
