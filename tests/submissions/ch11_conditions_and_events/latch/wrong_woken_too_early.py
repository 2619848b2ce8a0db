# fails: waiting: a latch of 2: the first count_down wakes the waiter, which returns (False, without any timeout) at once
# kind: race|wrong_result
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self._count = count
        self._changed = threading.Condition()

    @property
    def count(self):
        with self._changed:
            return self._count

    def count_down(self):
        with self._changed:
            if self._count > 0:
                self._count -= 1
            self._changed.notify_all()

    def wait(self, timeout=None):
        with self._changed:
            if self._count:
                self._changed.wait(timeout)
            return self._count == 0
