# fails: timeouts: A (with timeout) and B wait; A's time is up, the last count_down notifies A; A returns False and wakes
# nobody: B stays
# kind: lost_wakeup|deadlock|hang
import threading
import time


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
                    self._zero.notify()

    def wait(self, timeout=None):
        end = None if timeout is None else time.monotonic() + timeout
        with self._zero:
            while self._count:
                left = None if end is None else max(0, end - time.monotonic())
                if not self._zero.wait(left):
                    return False
            self._zero.notify()
            return True
