# fails: basics: the default argument is one list for all counters
# kind: wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0, cell=[0]):
        self._lock = Lock()
        self._start = start
        self._cell = cell

    def increment(self, amount=1):
        with self._lock:
            self._cell[0] += amount

    def decrement(self, amount=1):
        with self._lock:
            self._cell[0] -= amount

    @property
    def value(self):
        with self._lock:
            return self._start + self._cell[0]
