# right: each thread adds in a cell of its own, registered once for ever; the reading adds up the cells
import threading


class Counter:
    def __init__(self, start=0):
        self._cells = [[start]]
        self._mine = threading.local()

    def increment(self, amount=1):
        try:
            cell = self._mine.cell
        except AttributeError:
            cell = self._mine.cell = [0]
            self._cells.append(cell)
        cell[0] += amount

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        return sum(cell[0] for cell in list(self._cells))
