# fails: timeouts: value 0, T1 (timed) waits; its time runs out, then release() adds a wake-up for it; T1 goes without it; now
# acquire() takes the permit, and a second acquire() the left wake-up
# kind: wrong_result|race
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._wakeups = 0
        self._cond = threading.Condition(threading.Lock())

    def acquire(self, blocking=True, timeout=None):
        with self._cond:
            if not blocking and self._value <= 0:
                return False
            self._value -= 1
            if self._value >= 0:
                return True
            deadline = None if timeout is None else time.monotonic() + timeout
            while not self._wakeups:
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0 or not self._cond.wait(left):
                    self._value += 1
                    return False
            self._wakeups -= 1
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._cond:
            for _ in range(n):
                self._value += 1
                if self._value <= 0:
                    self._wakeups += 1
                    self._cond.notify()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
