# fails: basics: increment(0) returns early and keeps the lock: the next call waits for ever
# kind: deadlock|hang|leak
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._value = start

    def increment(self, amount=1):
        self._lock.acquire()
        if amount == 0:
            return
        self._value += amount
        self._lock.release()

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        with self._lock:
            return self._value
