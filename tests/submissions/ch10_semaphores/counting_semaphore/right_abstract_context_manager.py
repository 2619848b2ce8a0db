# right: inherits from AbstractContextManager; the waiting is a method of its own; non-blocking is decided before any wait
import threading
import time
from contextlib import AbstractContextManager


class CountingSemaphore(AbstractContextManager):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self.value = value
        self.lock = threading.Lock()
        self.more = threading.Condition(self.lock)

    def _try(self):
        if self.value > 0:
            self.value -= 1
            return True
        return False

    def acquire(self, blocking=True, timeout=None):
        with self.lock:
            if self._try():
                return True
            if blocking:
                return self._wait(timeout)
            return False

    def _wait(self, timeout):
        if timeout is None:
            while not self._try():
                self.more.wait()
            return True
        end = time.monotonic() + timeout
        while (rest := end - time.monotonic()) > 0:
            self.more.wait(rest)
            if self._try():
                return True
        return False

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self.lock:
            self.value += n
            self.more.notify(n)

    def __exit__(self, exc_type, exc_value, traceback):
        self.release()

    def __enter__(self):
        self.acquire()
        return super().__enter__()
