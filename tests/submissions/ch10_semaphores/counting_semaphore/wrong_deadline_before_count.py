# fails: timeouts: value 0, T1 (timed) and T2 wait; release() notifies T1 in time, but T1 runs only after its deadline and
# returns False; T2 waits beside a free permit
# kind: lost_wakeup|deadlock
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
            if not blocking:
                return False
            if timeout is None:
                while self._value == 0:
                    self._cond.wait()
                self._value -= 1
                return True
            deadline = time.monotonic() + timeout
            while time.monotonic() < deadline:
                if self._value > 0:
                    self._value -= 1
                    return True
                self._cond.wait(max(0, deadline - time.monotonic()))
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
