# fails: reading: two readers see one amount in the queue; one takes it, the other blocks in get() for ever
# kind: deadlock|hang|race
from queue import Queue
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._log = Queue()
        self._lock = Lock()
        self._total = start

    def increment(self, amount=1):
        self._log.put(amount)

    def decrement(self, amount=1):
        self._log.put(-amount)

    @property
    def value(self):
        while not self._log.empty():
            with self._lock:
                self._total += self._log.get()
        with self._lock:
            return self._total
