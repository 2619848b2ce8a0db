# fails: updates: increment returns when a thread has been started; the update is still to come when the value is read
# kind: wrong_result|race|leak
from threading import Lock, Thread


class Counter:
    def __init__(self, start=0):
        self._lock = Lock()
        self._value = start

    def _add(self, amount):
        with self._lock:
            self._value += amount

    def increment(self, amount=1):
        Thread(target=self._add, args=(amount,), daemon=True).start()

    def decrement(self, amount=1):
        Thread(target=self._add, args=(-amount,), daemon=True).start()

    @property
    def value(self):
        with self._lock:
            return self._value
