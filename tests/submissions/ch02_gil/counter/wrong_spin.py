# fails: updates: a thread that does not get the lock tries again and again instead of blocking
# kind: livelock
import time
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._value = start

    def _enter(self):
        while not self._lock.acquire(blocking=False):
            time.sleep(0)

    def increment(self, amount=1):
        self._enter()
        self._value += amount
        self._lock.release()

    def decrement(self, amount=1):
        self._enter()
        self._value -= amount
        self._lock.release()

    @property
    def value(self):
        return self._value
