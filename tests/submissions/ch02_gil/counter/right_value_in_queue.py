# right: the value itself travels: whoever has taken it out of the queue is alone, and puts the new one back
from queue import Queue


class Counter:
    def __init__(self, start=0):
        self._place = Queue(maxsize=1)
        self._place.put(start)

    def _exchange(self, amount):
        old = self._place.get()
        self._place.put(old + amount)
        return old + amount

    def increment(self, amount=1):
        self._exchange(amount)

    def decrement(self, amount=1):
        self._exchange(-amount)

    @property
    def value(self):
        return self._exchange(0)
