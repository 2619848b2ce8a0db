# fails: interleavings: two count_down both read 2 and write 1: the count never comes to 0, the waiters stay
# kind: deadlock|race|wrong_result|hang|lost_wakeup
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self._count = count
        self._zero = threading.Condition()

    @property
    def count(self):
        return self._count

    def count_down(self):
        if self._count > 0:
            self._count -= 1
        if self._count == 0:
            with self._zero:
                self._zero.notify_all()

    def wait(self, timeout=None):
        with self._zero:
            return self._zero.wait_for(lambda: self._count == 0, timeout)
