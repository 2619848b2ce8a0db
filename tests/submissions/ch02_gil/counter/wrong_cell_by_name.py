# fails: updates: cells by the thread's name: two of one name share a cell
# kind: race|wrong_result
import threading
class Counter:
    def __init__(self, start=0): self._start, self._cells = start, {}
    def increment(self, amount=1):
        me = threading.current_thread().name
        self._cells[me] = self._cells.get(me, 0) + amount
    def decrement(self, amount=1): self.increment(-amount)
    @property
    def value(self): return self._start + sum(self._cells.copy().values())
