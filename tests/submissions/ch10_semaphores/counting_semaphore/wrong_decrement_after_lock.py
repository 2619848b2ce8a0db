# fails: interleavings: value 1: T1 and T2 both see 1, one after the other, inside the lock; both then take
# kind: race|wrong_result
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._cond = threading.Condition(threading.Lock())

    def _wait_until_free(self, blocking, timeout):
        with self._cond:
            if not blocking:
                return self._value > 0
            return self._cond.wait_for(lambda: self._value > 0, timeout)

    def acquire(self, blocking=True, timeout=None):
        if not self._wait_until_free(blocking, timeout):
            return False
        with self._cond:
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
