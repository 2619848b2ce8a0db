# right: ups and downs each under its own lock
import threading
class Counter:
    def __init__(self, start=0):
        self.up, self.down, self.a, self.b = start, 0, threading.Lock(), threading.Lock()
    def increment(self, amount=1):
        with self.a: self.up += amount
    def decrement(self, amount=1):
        with self.b: self.down += amount
    @property
    def value(self): return self.up - self.down
