# right: a reentrant lock; decrement and value call other locked methods while they hold it
from threading import RLock


class Counter:
    def __init__(self, start=0):
        self._guard = RLock()
        self._current = start

    def _add(self, amount):
        with self._guard:
            self._current = self._read() + amount

    def _read(self):
        with self._guard:
            return self._current

    def increment(self, amount=1):
        with self._guard:
            self._add(amount)

    def decrement(self, amount=1):
        with self._guard:
            self._add(-amount)

    value = property(_read)
