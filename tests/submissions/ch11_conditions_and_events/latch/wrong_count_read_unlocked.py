# fails: interleavings: inside the lock 0 is written before the event is set; count (no lock) reads 0, then wait(0) is False
# kind: race|wrong_result
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self.count = count
        self._lock = threading.Lock()
        self._event = threading.Event()
        if count == 0:
            self._event.set()

    def count_down(self):
        with self._lock:
            if self.count > 0:
                self.count -= 1
            if self.count == 0:
                self._event.set()

    def wait(self, timeout=None):
        return self._event.wait(timeout)
