# fails: interleavings: a count_down at 0 writes -1 and then 0 again; the property, which takes no lock, reads -1 in between
# kind: race|wrong_result
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
        with self._zero:
            self._count -= 1
            if self._count < 0:
                self._count = 0
            if self._count == 0:
                self._zero.notify_all()

    def wait(self, timeout=None):
        with self._zero:
            return self._zero.wait_for(lambda: self._count <= 0, timeout)
