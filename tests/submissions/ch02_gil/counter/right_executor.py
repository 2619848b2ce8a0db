# right: one worker thread for each update, ended
from concurrent.futures import ThreadPoolExecutor
import threading
class Counter:
    def __init__(self, start=0): self.n, self.lock = start, threading.Lock()
    def _add(self, amount): self.n += amount
    def increment(self, amount=1):
        with self.lock, ThreadPoolExecutor(1) as pool: pool.submit(self._add, amount).result()
    def decrement(self, amount=1): self.increment(-amount)
    @property
    def value(self): return self.n
