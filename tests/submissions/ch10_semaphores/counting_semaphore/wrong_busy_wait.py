# fails: waiting: value 0: acquire() spins
# kind: livelock|forbidden
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._lock = threading.Lock()

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            with self._lock:
                if self._value > 0:
                    self._value -= 1
                    return True
            if not blocking or (deadline is not None and time.monotonic() >= deadline):
                return False

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._lock:
            self._value += n

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
