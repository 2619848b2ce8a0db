# right: notify_all at every release, also when nobody can use it
from threading import Condition
from time import monotonic as now


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError(value)
        self.free = value
        self.cv = Condition()

    def acquire(self, blocking=True, timeout=None):
        end = None
        if timeout is not None:
            end = now() + timeout
        with self.cv:
            while not self.free:
                left = None if end is None else end - now()
                if not blocking or left is not None and left <= 0:
                    return False
                self.cv.wait(left)
            self.free -= 1
        return True

    def release(self, n=1):
        if n < 1:
            raise ValueError(n)
        with self.cv:
            self.free += n
            self.cv.notify_all()

    def __enter__(self):
        self.acquire()

    def __exit__(self, *_):
        self.release()
