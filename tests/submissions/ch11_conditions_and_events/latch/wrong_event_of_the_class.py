# fails: basics: the event belongs to the class: once one latch is at 0 every other one lets its waiters go
# kind: wrong_result|race
import threading


class CountDownLatch:
    _open = threading.Event()
    _lock = threading.Lock()

    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self._count = count

    @property
    def count(self):
        with self._lock:
            return self._count

    def count_down(self):
        with self._lock:
            if self._count > 0:
                self._count -= 1
            if self._count == 0:
                self._open.set()

    def wait(self, timeout=None):
        return self.count == 0 or self._open.wait(timeout)
