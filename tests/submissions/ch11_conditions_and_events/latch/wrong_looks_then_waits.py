# fails: waiting: W sees a count of 1; the last count_down notifies nobody; then W goes to sleep
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
                    self._zero.notify_all()

    def wait(self, timeout=None):
        if self.count == 0:
            return True
        with self._zero:
            return self._zero.wait(timeout)
