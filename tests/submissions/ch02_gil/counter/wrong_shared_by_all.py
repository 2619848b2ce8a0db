# fails: basics: the log is a class attribute: a second counter counts the first one's calls, too
# kind: wrong_result
class Counter:
    _log = []

    def __init__(self, start=0):
        self._start = start

    def increment(self, amount=1):
        self._log.append(amount)

    def decrement(self, amount=1):
        self._log.append(-amount)

    @property
    def value(self):
        return self._start + sum(self._log[:])
