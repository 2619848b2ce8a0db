# fails: waiting: the event is set while the count is still 1: a waiter returns True and reads a count of 1
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
        return self._count

    def count_down(self):
        with self._lock:
            if self._count == 1:
                self._event.set()
            if self._count > 0:
                self._count -= 1

    def wait(self, timeout=None):
        return self._event.wait(timeout)
