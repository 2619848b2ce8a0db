# fails: waiting: the waiter keeps the lock while it waits for the event, so nobody can count down
# kind: deadlock|hang
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
        return self._count if not self._event.is_set() else 0

    def count_down(self):
        with self._lock:
            if self._count > 0:
                self._count -= 1
            if self._count == 0:
                self._event.set()

    def wait(self, timeout=None):
        with self._lock:
            return self._event.wait(timeout)
