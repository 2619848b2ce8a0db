# fails: reading: increment(-2) does nothing
# kind: race|wrong_result
import threading
class Counter:
    def __init__(self, start=0): self._n, self._l = start, threading.Lock()
    def increment(self, amount=1):
        for _ in range(amount):
            with self._l: self._n += 1
    def decrement(self, amount=1):
        with self._l: self._n -= amount
    @property
    def value(self): return self._n
