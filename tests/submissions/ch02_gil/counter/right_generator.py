# right: a generator keeps the total; it is sent amounts by one thread at a time
from threading import BoundedSemaphore


def _adder(total):
    while True:
        total += (yield total)


class Counter:
    def __init__(self, start=0):
        self._turn = BoundedSemaphore()
        self._adder = _adder(start)
        next(self._adder)

    def _send(self, amount):
        with self._turn:
            return self._adder.send(amount)

    def increment(self, amount=1):
        self._send(amount)

    def decrement(self, amount=1):
        self._send(-amount)

    @property
    def value(self):
        return self._send(0)
