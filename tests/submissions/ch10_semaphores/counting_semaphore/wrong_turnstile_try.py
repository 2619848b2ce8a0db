# fails: interleavings: value 2: T1 has passed the gate and is stopped; T2's acquire(blocking=False) finds the gate closed and
# returns False though a permit is free
# kind: wrong_result|race
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

    def acquire(self, blocking=True, timeout=None):
        if not blocking:
            passed = self._gate.acquire(blocking=False)
        elif timeout is None:
            passed = self._gate.acquire()
        else:
            passed = self._gate.acquire(timeout=max(0, timeout))
        if not passed:
            return False
        with self._mutex:
            self._value -= 1
            if self._value > 0:
                self._gate.release()
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._mutex:
            if self._value == 0:
                self._gate.release()
            self._value += n

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
