# fails: updates: reading and writing are locked each by itself; between the two another thread's update is overwritten
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._value = start

    @property
    def value(self):
        with self._lock:
            return self._value

    @value.setter
    def value(self, new):
        with self._lock:
            self._value = new

    def increment(self, amount=1):
        self.value += amount

    def decrement(self, amount=1):
        self.value -= amount
