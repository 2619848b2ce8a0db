# right: acquire and release are closures over a nonlocal count, set on the instance
from threading import Condition
from time import monotonic


def _build(count):
    cond = Condition()

    def acquire(blocking=True, timeout=None):
        nonlocal count
        deadline = monotonic() + timeout if timeout is not None else None
        with cond:
            while count < 1:
                left = deadline - monotonic() if deadline is not None else None
                if not blocking or (left is not None and left <= 0):
                    return False
                cond.wait(left)
            count -= 1
            return True

    def release(n=1):
        nonlocal count
        if n < 1:
            raise ValueError("n must be at least 1")
        with cond:
            count += n
            cond.notify(n)

    return acquire, release


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self.acquire, self.release = _build(value)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
