# fails: waiting: two threads wait, the last count_down notifies one of them
# kind: deadlock|lost_wakeup|hang
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
                    self._zero.notify()

    def wait(self, timeout=None):
        with self._zero:
            return self._zero.wait_for(lambda: self._count == 0, timeout)
