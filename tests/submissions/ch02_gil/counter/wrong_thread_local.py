# fails: updates: each thread counts for itself; a reading sees the reader's own updates only
# kind: wrong_result|race
import threading


class Counter:
    def __init__(self, start=0):
        self._start = start
        self._local = threading.local()

    def increment(self, amount=1):
        self._local.count = getattr(self._local, "count", 0) + amount

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        return self._start + getattr(self._local, "count", 0)
