# right: the deadline is kept in whole nanoseconds; the lock is an RLock that release takes twice
import threading
from time import monotonic_ns


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._lock = threading.RLock()
        self._cond = threading.Condition(self._lock)
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        end = None if timeout is None else monotonic_ns() + int(timeout * 1_000_000_000)
        with self._lock:
            while self._value == 0:
                if not blocking:
                    return False
                if end is None:
                    self._cond.wait()
                    continue
                left = end - monotonic_ns()
                if left <= 0:
                    return False
                self._cond.wait(left / 1e9)
            self._value -= 1
            return True

    def _wake(self, n):
        with self._lock:
            self._cond.notify(n)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._lock:
            self._value += n
            self._wake(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
