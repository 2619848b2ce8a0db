# fails: loads: none needed; it works otherwise
# kind: forbidden
import multiprocessing as mp


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._inner = mp.get_context().Semaphore(value)

    def acquire(self, blocking=True, timeout=None):
        if not blocking:
            return self._inner.acquire(False)
        return self._inner.acquire(True, timeout)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        for _ in range(n):
            self._inner.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
