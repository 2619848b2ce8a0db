# fails: interleavings: value 2: T1 copies 2 and is stopped; T2 acquires (1); T1 writes back 1: two holders, one permit left
# kind: race|wrong_result|lost_wakeup
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._cond = threading.Condition(threading.Lock())

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        seen = self._value
        with self._cond:
            while seen == 0:
                if not blocking and self._value == 0:
                    return False
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0 and self._value == 0:
                    return False
                if self._value == 0:
                    self._cond.wait(left)
                seen = self._value
            self._value = seen - 1
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
