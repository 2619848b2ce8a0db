# fails: updates: acquire(timeout=10) expires while another thread is held up inside; both update at the same time
# kind: race|wrong_result
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._value = start

    def increment(self, amount=1):
        locked = self._lock.acquire(timeout=10)
        try:
            self._value += amount
        finally:
            if locked:
                self._lock.release()

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        return self._value
