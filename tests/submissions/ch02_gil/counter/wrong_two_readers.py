# fails: reading: reader A has taken an amount out of the queue and not added it yet; reader B finds the queue empty and returns
#        a total without a call that had finished
# kind: race|wrong_result
from queue import Empty, SimpleQueue
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._log = SimpleQueue()
        self._lock = Lock()
        self._total = start

    def increment(self, amount=1):
        self._log.put(amount)

    def decrement(self, amount=1):
        self._log.put(-amount)

    @property
    def value(self):
        while True:
            try:
                amount = self._log.get_nowait()
            except Empty:
                break
            with self._lock:
                self._total += amount
        with self._lock:
            return self._total
