# fails: reading: decrement adds the amount to "changes" first and takes twice as much off then: a reading between the two
#        sees a number that no call can explain
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._value = start

    def increment(self, amount=1):
        with self._lock:
            self._value = self._value + amount

    def decrement(self, amount=1):
        with self._lock:
            self._value = self._value + amount
            self._value = self._value - 2 * amount

    @property
    def value(self):
        return self._value
