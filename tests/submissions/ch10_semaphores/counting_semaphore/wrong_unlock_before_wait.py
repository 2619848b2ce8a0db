# fails: interleavings: value 0: T1 sees 0 and lets the lock go; release() adds one, nobody to notify; T1 takes the lock again
# and waits beside a free permit
# kind: lost_wakeup|deadlock
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._cond = threading.Condition(threading.Lock())

    def _none_free(self):
        with self._cond:
            return self._value == 0

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            if self._none_free():
                if not blocking:
                    return False
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                with self._cond:
                    self._cond.wait(left)
            with self._cond:
                if self._value > 0:
                    self._value -= 1
                    return True
            if not blocking:
                return False

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
