# fails: errors: the first call raises and ends the generator; the next caller gets StopIteration instead of a new run
# kind: exception|wrong_result
from threading import Lock


class Once:
    def __init__(self, function):
        self._lock = Lock()
        self._source = self._results(function)

    @staticmethod
    def _results(function):
        result = function()
        while True:
            yield result

    def __call__(self):
        with self._lock:
            return next(self._source)


def once(function):
    return Once(function)
