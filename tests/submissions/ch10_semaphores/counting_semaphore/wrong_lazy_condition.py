# fails: waiting: value 0, first use: T1 sees no condition and is stopped; T2's release makes one; T1 replaces it; whoever still
# holds the old one is neither kept out nor woken
# kind: lost_wakeup|race|exception|deadlock
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._made = None

    @property
    def _cond(self):
        if self._made is None:
            self._made = threading.Condition()
        return self._made

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        cond = self._cond
        with cond:
            while self._value == 0:
                if not blocking:
                    return False
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                cond.wait(left)
            self._value -= 1
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        cond = self._cond
        with cond:
            self._value += n
            cond.notify(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
