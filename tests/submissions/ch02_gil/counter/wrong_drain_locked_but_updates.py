# fails: reading: folds the log in: copy, then clear
# kind: wrong_result|race|exception
import threading
class Counter:
    def __init__(self, start=0): self._sum, self._log, self._l = start, [], threading.Lock()
    def increment(self, amount=1): self._log.append(amount)
    def decrement(self, amount=1): self._log.append(-amount)
    @property
    def value(self):
        with self._l:
            self._sum += sum(self._log)
            self._log.clear()
            return self._sum
