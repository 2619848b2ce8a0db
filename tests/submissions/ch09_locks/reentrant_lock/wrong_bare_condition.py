# fails: loads: a bare Condition() hides an RLock, which is used as the lock
# kind: forbidden
import threading


class ReentrantLock:
    def __init__(self):
        self._condition = threading.Condition()

    def acquire(self, blocking=True, timeout=-1):
        return self._condition.acquire(blocking, timeout)

    def release(self):
        self._condition.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *error):
        self.release()
