# fails: updates: one thread has popped the value to add to it; the other pops from an empty deque: IndexError
# kind: exception|race
from collections import deque


class Counter:
    def __init__(self, start=0):
        self._box = deque([start])

    def increment(self, amount=1):
        self._box.append(self._box.pop() + amount)

    def decrement(self, amount=1):
        self._box.append(self._box.pop() - amount)

    @property
    def value(self):
        value = self._box.pop()
        self._box.append(value)
        return value
