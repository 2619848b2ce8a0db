# fails: timeouts: value 0: T1 waits with a timeout; a release wakes it, T2 takes the permit first; T1's new deadline is the
# whole timeout later
# kind: hang|livelock|wrong_result
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
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is None:
                    self._cond.wait()
                    continue
                deadline = time.monotonic() + timeout
                if not self._cond.wait(timeout=deadline - time.monotonic()):
                    if self._value == 0:
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
