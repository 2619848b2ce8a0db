# fails: updates: two threads compare, both find the old value still there, and both write
# kind: race|wrong_result
class Counter:
    def __init__(self, start=0):
        self._value = start

    def _compare_and_set(self, old, new):
        if self._value == old:
            self._value = new
            return True
        return False

    def increment(self, amount=1):
        old = self._value
        while not self._compare_and_set(old, old + amount):
            old = self._value

    def decrement(self, amount=1):
        self.increment(-amount)

    @property
    def value(self):
        return self._value
