# fails: reading: while the generator walks over the cells a first call of another thread adds one: RuntimeError
# kind: exception|race
from threading import get_ident


class Counter:
    def __init__(self, start=0):
        self._start = start
        self._cells = {}

    def increment(self, amount=1):
        cell = self._cells.setdefault(get_ident(), [0])
        cell[0] += amount

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        return self._start + sum(cell[0] for cell in self._cells.values())
