# fails: updates: the Value's lock is taken for the reading and again for the writing of +=, not around both
# kind: race|wrong_result
from multiprocessing import Value


class Counter:
    def __init__(self, start=0):
        self._number = Value("q", start)

    def increment(self, amount=1):
        self._number.value += amount

    def decrement(self, amount=1):
        self._number.value -= amount

    @property
    def value(self):
        return self._number.value
