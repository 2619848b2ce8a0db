# right: updates under a lock; the reading is one attribute, which is atomic and always whole
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self.lock = Lock()
        self._value = start

    def increment(self, amount=1):
        self.lock.acquire()
        try:
            new = self._value + amount
            self._value = new
        finally:
            self.lock.release()

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        return self._value
