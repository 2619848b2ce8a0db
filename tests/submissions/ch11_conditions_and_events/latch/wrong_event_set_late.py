# fails: interleavings: count_down writes 0, lets go of the lock and is stopped; count reads 0, then wait(0) returns False
# kind: race|wrong_result
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self._count = count
        self._lock = threading.Lock()
        self._event = threading.Event()
        if count == 0:
            self._event.set()

    @property
    def count(self):
        with self._lock:
            return self._count

    def count_down(self):
        with self._lock:
            if self._count == 0:
                return
            self._count -= 1
            last = self._count == 0
        if last:
            self._event.set()

    def wait(self, timeout=None):
        return self._event.wait(timeout)
