# fails: waiting: value 0, T1 and T2 before the gate; two release() before T1 has run: the second finds the gate open; T1
# passes, T2 waits beside a free permit
# kind: lost_wakeup|deadlock
import time
from threading import Lock


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._mutex = Lock()
        self._gate = Lock()
        self._gate.acquire()

    def _take(self):
        with self._mutex:
            if self._value > 0:
                self._value -= 1
                return True
            return False

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        while not self._take():
            if not blocking:
                return False
            left = -1 if deadline is None else max(0, deadline - time.monotonic())
            if not self._gate.acquire(timeout=left):
                return self._take()
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        for _ in range(n):
            with self._mutex:
                self._value += 1
                if self._gate.locked():
                    self._gate.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
