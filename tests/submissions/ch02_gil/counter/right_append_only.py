# right: no lock at all: every call appends its amount to a list (atomic), the reading adds up a copy
class Counter:
    def __init__(self, start=0):
        self._amounts = [start]

    def increment(self, amount=1):
        self._amounts.append(amount)

    def decrement(self, amount=1):
        self._amounts.append(-amount)

    @property
    def value(self):
        return sum(self._amounts[:])
