# fails: reading: decrement adds first, then takes twice
# kind: wrong_result|race
import threading
class Counter:
    def __init__(self, start=0): self._n, self._l = start, threading.Lock()
    def increment(self, amount=1):
        with self._l: self._n += amount
    def decrement(self, amount=1):
        self.increment(amount); self.increment(-2 * amount)
    @property
    def value(self): return self._n
