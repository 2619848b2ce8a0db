# right: Lock and Condition by way of multiprocessing.dummy, under names that mislead; bookkeeping through getattr and setattr
import time
from multiprocessing.dummy import Condition as Semaphore, Lock as BoundedSemaphore


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        setattr(self, "permits", value)
        setattr(self, "semaphore", Semaphore(BoundedSemaphore()))

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self.semaphore:
            while not getattr(self, "permits"):
                left = None if deadline is None else deadline - time.monotonic()
                if not blocking or (left is not None and left <= 0):
                    return False
                self.semaphore.wait(left)
            self.permits -= 1
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self.semaphore:
            self.permits += n
            self.semaphore.notify(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
