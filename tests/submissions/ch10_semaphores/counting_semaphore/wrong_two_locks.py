# fails: interleavings: value 0: T1 sees 0 and is stopped; release() adds one and notifies nobody; T1 begins to wait beside a
# free permit
# kind: lost_wakeup|deadlock
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._lock = threading.Lock()
        self._cond = threading.Condition()

    def _take(self):
        with self._lock:
            if self._value > 0:
                self._value -= 1
                return True
            return False

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        while not self._take():
            if not blocking:
                return False
            left = None if deadline is None else deadline - time.monotonic()
            if left is not None and left <= 0:
                return False
            with self._cond:
                self._cond.wait(left)
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._lock:
            self._value += n
        with self._cond:
            self._cond.notify(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
