# fails: interleavings: value 1: T1 sees a token and is stopped; T2 pops it; T1 pops from an empty list
# kind: exception|race
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._tokens = [None] * value
        self._cond = threading.Condition()

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        if self._tokens:
            self._tokens.pop()
            return True
        if not blocking:
            return False
        with self._cond:
            while not self._tokens:
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                self._cond.wait(left)
            self._tokens.pop()
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._cond:
            self._tokens.extend([None] * n)
            self._cond.notify(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
