# fails: interleavings: count 1: two count_down both see 1 before either has the lock: the count becomes -1
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
        with self._zero:
            return self._count

    def count_down(self):
        if self._count == 0:
            return
        with self._zero:
            self._count -= 1
            if self._count <= 0:
                self._zero.notify_all()

    def wait(self, timeout=None):
        with self._zero:
            return self._zero.wait_for(lambda: self._count <= 0, timeout)
