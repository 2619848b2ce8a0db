# fails: reading: a new thread's cell comes while value adds up
# kind: exception|race
import threading
class Counter:
    def __init__(self, start=0): self._start, self._cells = start, {}
    def increment(self, amount=1):
        me = threading.get_ident()
        self._cells[me] = self._cells.get(me, 0) + amount
    def decrement(self, amount=1): self.increment(-amount)
    @property
    def value(self):
        total = self._start
        for n in self._cells.values(): total += n
        return total
