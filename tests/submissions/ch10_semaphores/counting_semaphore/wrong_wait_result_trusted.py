# fails: interleavings: value 0, T1 waits with a timeout; release() notifies it; T2 takes the permit before T1 has the lock; T1
# returns True as well
# kind: race|wrong_result
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
            if self._value > 0:
                self._value -= 1
                return True
            if blocking and self._cond.wait(timeout):
                self._value -= 1
                return True
            if self._value > 0:
                self._value -= 1
                return True
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
