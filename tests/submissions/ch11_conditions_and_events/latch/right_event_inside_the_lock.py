# right: an event, set before the lock that guards the count is let go; the count is read under the lock
from threading import Event, Lock


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self._lock = Lock()
        self._event = Event()
        self._left = count
        if not count:
            self._event.set()

    def count_down(self):
        with self._lock:
            self._left = max(0, self._left - 1)
            if not self._left:
                self._event.set()

    def wait(self, timeout=None):
        return self._event.wait(timeout)

    @property
    def count(self):
        with self._lock:
            return self._left
