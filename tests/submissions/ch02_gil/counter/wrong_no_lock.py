# fails: updates: two threads read 0, both write 1
# kind: race|wrong_result
class Counter:
    def __init__(self, start=0):
        self._value = start

    def increment(self, amount=1):
        self._value += amount

    def decrement(self, amount=1):
        self._value -= amount

    @property
    def value(self):
        return self._value
