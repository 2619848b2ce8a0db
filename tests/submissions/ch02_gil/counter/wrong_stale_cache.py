# fails: reading: the sum is kept; an append during the summing is forgotten
# kind: wrong_result|race
import threading
class Counter:
    def __init__(self, start=0): self._start, self._log, self._cache = start, [], start
    def increment(self, amount=1): self._log.append(amount); self._cache = None
    def decrement(self, amount=1): self._log.append(-amount); self._cache = None
    @property
    def value(self):
        cached = self._cache
        if cached is None: cached = self._cache = self._start + sum(self._log)
        return cached
