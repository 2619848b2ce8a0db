# fails: interleavings: value 0: T1 and T2 both read 0 waiters and write 1; one release serves T1 (0 left); the next sees no
# waiter and notifies nobody: T2 waits for ever
# kind: lost_wakeup|race|deadlock
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._waiting = 0
        self._cond = threading.Condition(threading.Lock())

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        self._waiting += 1
        try:
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
        finally:
            self._waiting -= 1

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._cond:
            self._value += n
            if self._waiting > 0:
                self._cond.notify(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
