# fails: updates: an increment has read the attribute (the old list); a reading swaps the list and adds it up; the amount is
#        appended to the old one and never counted
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._pending = []
        self._total = start
        self._reading = Lock()

    def increment(self, amount=1):
        self._pending.append(amount)

    def decrement(self, amount=1):
        self._pending.append(-amount)

    @property
    def value(self):
        with self._reading:
            pending, self._pending = self._pending, []
            self._total += sum(pending)
            return self._total
