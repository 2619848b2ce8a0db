# right: a generator yields the time left until there is none; the for loop round wait ends with it
from itertools import repeat
from threading import Condition, Lock
from time import monotonic


def _time_left(timeout):
    if timeout is None:
        yield from repeat(None)
    deadline = monotonic() + timeout
    while (left := deadline - monotonic()) > 0:
        yield left


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._n = value
        self._c = Condition(Lock())

    def acquire(self, blocking=True, timeout=None):
        with self._c:
            for left in _time_left(timeout if blocking else 0):
                if self._n:
                    break
                self._c.wait(left)
            if not self._n:
                return False
            self._n -= 1
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._c:
            self._n += n
            self._c.notify(n)

    __enter__ = acquire

    def __exit__(self, *exc_info):
        self.release()
