# fails: loads: the RLock comes from multiprocessing
# kind: forbidden
from multiprocessing import RLock as Base


class ReentrantLock:
    def __init__(self):
        self._lock = Base()

    def acquire(self, blocking=True, timeout=-1):
        return self._lock.acquire(blocking, None if timeout < 0 else timeout)

    def release(self):
        try:
            self._lock.release()
        except (AssertionError, ValueError) as error:
            raise RuntimeError("not the owner") from error

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
