# right: the latch is a Condition itself, with a wait of its own
import threading
import time


class CountDownLatch(threading.Condition):
    def __init__(self, count):
        if count < 0:
            raise ValueError("count must be at least 0")
        super().__init__()
        self._n = count

    @property
    def count(self):
        with self:
            return self._n

    def count_down(self):
        with self:
            self._n -= self._n > 0
            if self._n == 0:
                self.notify_all()

    def wait(self, timeout=None):
        until = None if timeout is None else time.monotonic() + timeout
        with self:
            while self._n > 0:
                left = None if until is None else until - time.monotonic()
                if left is not None and left <= 0:
                    return False
                super().wait(left)
            return True
