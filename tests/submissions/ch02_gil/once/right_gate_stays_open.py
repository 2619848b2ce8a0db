# right: a bounded semaphore is passed from caller to caller; the result is kept in a list as long as one
from threading import BoundedSemaphore


class once:
    def __init__(self, function):
        self._function = function
        self._kept = []
        self._gate = BoundedSemaphore(1)

    def __call__(self):
        with self._gate:
            try:
                return self._kept[0]
            except IndexError:
                pass
            self._kept[:] = [self._function()]
            return self._kept[0]
