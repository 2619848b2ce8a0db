# expect: forbidden: from threading import Semaphore
from threading import Semaphore


class CountingSemaphore:
    def __init__(self, value=1):
        self._semaphore = Semaphore(value)

    def acquire(self, blocking=True, timeout=None):
        return self._semaphore.acquire(blocking, timeout)

    def release(self, n=1):
        self._semaphore.release(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
