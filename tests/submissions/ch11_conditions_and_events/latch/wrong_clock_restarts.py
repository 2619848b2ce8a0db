# fails: timeouts: wait(1) on a latch of 2; a count_down after 0.9 wakes the waiter, which then waits a whole second again
# kind: wrong_result|hang|deadlock
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
            while self._count:
                if not self._changed.wait(timeout):
                    return self._count == 0
            return True
