# right: notify wakes one; every waiter that leaves with True wakes the next, also one whose time was just up
import threading
import time


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError("no negative counts")
        self._count = count
        self._lock = threading.Lock()
        self._zero = threading.Condition(self._lock)

    @property
    def count(self):
        return self._count

    def count_down(self):
        self._lock.acquire()
        try:
            if self._count == 1:
                self._zero.notify()
            if self._count:
                self._count -= 1
        finally:
            self._lock.release()

    def wait(self, timeout=None):
        end = timeout is not None and time.monotonic() + timeout
        with self._lock:
            while self._count:
                if timeout is None:
                    self._zero.wait()
                    continue
                left = end - time.monotonic()
                if left <= 0:
                    break
                self._zero.wait(left)
            if self._count:
                return False
            self._zero.notify()
            return True
