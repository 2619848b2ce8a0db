# fails: updates: a per-amount tally: two threads find no entry for the amount; the second replaces the first one's cell
# kind: race|wrong_result
from threading import Lock


class Tally:
    def __init__(self):
        self.lock = Lock()
        self.times = 0

    def add(self):
        with self.lock:
            self.times += 1


class Counter:
    def __init__(self, start=0):
        self._start = start
        self._tallies = {}

    def increment(self, amount=1):
        if amount not in self._tallies:
            self._tallies[amount] = Tally()
        self._tallies[amount].add()

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        return self._start + sum(amount * tally.times for amount, tally in list(self._tallies.items()))
