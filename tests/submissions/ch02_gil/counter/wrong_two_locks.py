# fails: updates: an increment and a decrement hold different locks and read the same value
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._value = start
        self._adding = Lock()
        self._taking = Lock()

    def increment(self, amount=1):
        with self._adding:
            self._value += amount

    def decrement(self, amount=1):
        with self._taking:
            self._value -= amount

    @property
    def value(self):
        with self._adding, self._taking:
            return self._value
