# fails: reading: A and B have added; B publishes 2, then A, which was held up outside the lock, publishes its older 1
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._total = start
        self._published = start

    def increment(self, amount=1):
        with self._lock:
            self._total += amount
            total = self._total
        self._published = total

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        return self._published
