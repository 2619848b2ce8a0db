# fails: timeouts: value 0, T1 (timed) waits; its time runs out, then release() counts it off and notifies it; it counts itself
# off too (-1) but takes the permit; T2 waits (0); the next release notifies nobody
# kind: lost_wakeup|deadlock
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
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                self._waiting += 1
                if not self._cond.wait(left):
                    self._waiting -= 1
            self._value -= 1
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._cond:
            self._value += n
            woken = max(0, min(n, self._waiting))
            self._waiting -= woken
            self._cond.notify(woken)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
