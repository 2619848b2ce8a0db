# fails: interleavings: value 0: two release() see the gate locked outside the mutex; the second to open it releases an open
# lock
# kind: exception|race
import time
from threading import Lock


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._mutex = Lock()
        self._gate = Lock()
        if value == 0:
            self._gate.acquire()

    def _open(self):
        if self._gate.locked():
            self._gate.release()

    def _take(self):
        with self._mutex:
            if self._value == 0:
                return False
            self._value -= 1
            if self._value:
                self._open()
            return True

    def acquire(self, blocking=True, timeout=None):
        if self._take():
            return True
        if not blocking:
            return False
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            left = -1 if deadline is None else max(0, deadline - time.monotonic())
            passed = self._gate.acquire(timeout=left)
            if self._take():
                return True
            if not passed:
                return False

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._mutex:
            self._value += n
        self._open()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
