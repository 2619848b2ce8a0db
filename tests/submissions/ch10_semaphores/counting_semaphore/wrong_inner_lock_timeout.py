# fails: interleavings: T1 is stopped inside the lock; T2's wait for the lock expires, T2 goes on beside T1 and releases T1's
# lock; T1's release raises RuntimeError
# kind: exception|race
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._lock = threading.Lock()
        self._cond = threading.Condition(self._lock)

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                self._cond.wait(left)
            self._value -= 1
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        self._lock.acquire(timeout=10)
        try:
            self._value += n
            self._cond.notify(n)
        finally:
            self._lock.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
