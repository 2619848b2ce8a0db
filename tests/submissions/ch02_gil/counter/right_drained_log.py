# right: calls only put into a queue; a reading drains it into the total, one reader at a time
from queue import Empty, SimpleQueue
from threading import Lock


class Counter:
    def __init__(self, start=0):
        self._log = SimpleQueue()
        self._drain = Lock()
        self._total = start

    def increment(self, amount=1):
        self._log.put(amount)

    def decrement(self, amount=1):
        self._log.put(-amount)

    @property
    def value(self):
        with self._drain:
            try:
                while True:
                    self._total += self._log.get_nowait()
            except Empty:
                return self._total
