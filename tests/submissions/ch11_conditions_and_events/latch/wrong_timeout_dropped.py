# fails: timeouts: wait(0.1) on a latch that nobody counts down never returns
# kind: deadlock|hang
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self._count = count
        self._zero = threading.Condition()

    @property
    def count(self):
        with self._zero:
            return self._count

    def count_down(self):
        with self._zero:
            if self._count > 0:
                self._count -= 1
                if self._count == 0:
                    self._zero.notify_all()

    def wait(self, timeout=None):
        with self._zero:
            while self._count > 0:
                self._zero.wait()
            return True
