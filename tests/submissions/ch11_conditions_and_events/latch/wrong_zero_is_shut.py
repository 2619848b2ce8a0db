# fails: basics: CountDownLatch(0).wait() blocks: the event is set by count_down only
# kind: deadlock|hang|wrong_result
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self._count = count
        self._lock = threading.Lock()
        self._event = threading.Event()

    @property
    def count(self):
        with self._lock:
            return self._count

    def count_down(self):
        with self._lock:
            if self._count > 0:
                self._count -= 1
            if self._count == 0:
                self._event.set()

    def wait(self, timeout=None):
        return self._event.wait(timeout)
