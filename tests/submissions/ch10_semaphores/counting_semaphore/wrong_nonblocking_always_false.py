# fails: basics: a new semaphore: acquire(blocking=False) waits with timeout 0 for a notify that cannot come
# kind: wrong_result
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._cond = threading.Condition(threading.Lock())

    def acquire(self, blocking=True, timeout=None):
        if not blocking:
            timeout = 0
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._cond:
            while True:
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                if self._value > 0:
                    self._value -= 1
                    return True
                self._cond.wait(left)

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
