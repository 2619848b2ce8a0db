# fails: waiting: wait looks at the count again and again
# kind: livelock
import threading
import time


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self._count = count
        self._lock = threading.Lock()

    @property
    def count(self):
        with self._lock:
            return self._count

    def count_down(self):
        with self._lock:
            if self._count > 0:
                self._count -= 1

    def wait(self, timeout=None):
        end = None if timeout is None else time.monotonic() + timeout
        while self.count:
            if end is not None and time.monotonic() >= end:
                return False
            time.sleep(0.001)
        return True
