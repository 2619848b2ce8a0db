# fails: reading: increment(3) adds 1 three times and lets the lock go in between: a reading sees 1 of the 3
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._value = start

    def _step(self, by):
        with self._lock:
            self._value += by

    def increment(self, amount=1):
        for _ in range(abs(amount)):
            self._step(1 if amount > 0 else -1)

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        with self._lock:
            return self._value
