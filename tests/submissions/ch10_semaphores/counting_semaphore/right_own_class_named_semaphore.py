# right: a class of its own is called Semaphore, comments and strings speak of threading.Semaphore and sleep; none is used
"""Like threading.Semaphore (or BoundedSemaphore), but home-made: no `from threading import Semaphore`."""
import threading
import time


class Semaphore:
    """The usual counter. It never calls time.sleep(); it does not poll."""

    def __init__(self, value):
        self.semaphore_value = value
        self.sleepers = threading.Condition()

    def acquire(self, blocking, timeout):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self.sleepers:
            while self.semaphore_value == 0:      # while true: wait
                left = None if deadline is None else deadline - time.monotonic()
                if not blocking or (left is not None and left <= 0):
                    return False
                self.sleepers.wait(left)
            self.semaphore_value -= 1
            return True

    def release(self, n):
        with self.sleepers:
            self.semaphore_value += n
            self.sleepers.notify(n)


class CountingSemaphore(Semaphore):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore value must be >= 0")
        super().__init__(value)

    def acquire(self, blocking=True, timeout=None):
        return super().acquire(blocking, timeout)

    def release(self, n=1):
        if n < 1:
            raise ValueError("Semaphore.release: n must be >= 1")
        super().release(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
