# right: a multiprocessing.Value keeps the number, its own lock guards the update
from multiprocessing import Value


class Counter:
    def __init__(self, start=0):
        self._number = Value("q", start)

    def increment(self, amount=1):
        with self._number.get_lock():
            self._number.value += amount

    def decrement(self, amount=1):
        with self._number.get_lock():
            self._number.value -= amount

    @property
    def value(self):
        return self._number.value
