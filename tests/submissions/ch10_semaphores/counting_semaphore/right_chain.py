# right: release(n) wakes one waiter only; whoever takes a permit wakes the next one if more are left
import threading
import time


class CountingSemaphore:
    """If permits are free and threads wait, one of them has been notified and has not yet looked."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must be at least 0")
        self._permits = value
        self._cond = threading.Condition(threading.Lock())

    def acquire(self, blocking=True, timeout=None):
        until = None if timeout is None else time.monotonic() + timeout
        with self._cond:
            while self._permits <= 0:
                if not blocking:
                    return False
                left = None
                if until is not None:
                    left = until - time.monotonic()
                    if left <= 0:
                        return False
                self._cond.wait(left)
            self._permits -= 1
            if self._permits > 0:
                self._cond.notify()
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._cond:
            self._permits += n
            self._cond.notify()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *args):
        self.release()
        return False
