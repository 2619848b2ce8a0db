# right: locks only: one gate (turnstile) for all waiters, opened again by whoever passes and leaves permits; a final look when the time is up
import threading
import time


class CountingSemaphore:
    """While permits are free the gate is open, or a thread has just come through it and will look."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._mutex = threading.Lock()
        self._gate = threading.Lock()
        if value == 0:
            self._gate.acquire()

    def _open(self):                # only inside the mutex: nobody else opens
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
            left = -1 if deadline is None else max(0.0, deadline - time.monotonic())
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
