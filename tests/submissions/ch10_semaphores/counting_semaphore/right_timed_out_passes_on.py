# right: a wait that ran out returns False without a look at the count, but passes on a wake-up it may have swallowed
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._cond = threading.Condition(threading.Lock())

    def acquire(self, blocking=True, timeout=None):
        with self._cond:
            if self._value == 0:
                if not blocking:
                    return False
                deadline = None if timeout is None else time.monotonic() + timeout
                while self._value == 0:
                    left = None if deadline is None else deadline - time.monotonic()
                    if left is not None and left <= 0:
                        return False            # nothing is free: nothing to pass on
                    if not self._cond.wait(left):
                        self._cond.notify()
                        return False
            self._value -= 1
            return True

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
