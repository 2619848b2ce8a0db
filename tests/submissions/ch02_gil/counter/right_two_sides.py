# right: what was added and what was taken away have a lock each; the reading takes no lock: each side is whole
from threading import Lock


class Side:
    def __init__(self, total=0):
        self.total = total
        self.lock = Lock()

    def add(self, amount):
        with self.lock:
            self.total += amount


class Counter:
    def __init__(self, start=0):
        self._up, self._down = Side(start), Side()

    def increment(self, amount=1):
        self._up.add(amount)

    def decrement(self, amount=1):
        self._down.add(amount)

    @property
    def value(self):
        return self._up.total - self._down.total
