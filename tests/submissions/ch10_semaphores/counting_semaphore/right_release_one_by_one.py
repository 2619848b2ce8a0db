# right: release(n) gives the permits back one by one, the lock let go in between; after it all n are there
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._cond = threading.Condition()

    def acquire(self, blocking=True, timeout=None):
        limit = None if timeout is None else time.monotonic() + timeout
        with self._cond:
            while not self._value:
                if not blocking:
                    return False
                left = None if limit is None else limit - time.monotonic()
                if left is not None and left <= 0:
                    return False
                self._cond.wait(left)
            self._value -= 1
        return True

    def _release_one(self):
        with self._cond:
            self._value += 1
            self._cond.notify()

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        for _ in range(n):
            self._release_one()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
