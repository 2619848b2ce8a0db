# fails: reading: increment from 9 to 10 has set the ones to 0, the tens not yet: a reading without the lock sees 0
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._tens, self._ones = divmod(start, 10)

    def increment(self, amount=1):
        with self._lock:
            carry, self._ones = divmod(self._ones + amount, 10)
            self._tens += carry

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        return 10 * self._tens + self._ones
