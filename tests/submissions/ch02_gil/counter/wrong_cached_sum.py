# fails: reading: two readers add up the same new part of the log and both add it to the cached sum
# kind: race|wrong_result
class Counter:
    def __init__(self, start=0):
        self._log = []
        self._seen = 0
        self._sum = start

    def increment(self, amount=1):
        self._log.append(amount)

    def decrement(self, amount=1):
        self._log.append(-amount)

    @property
    def value(self):
        length = len(self._log)
        if length > self._seen:
            self._sum += sum(self._log[self._seen:length])
            self._seen = length
        return self._sum
