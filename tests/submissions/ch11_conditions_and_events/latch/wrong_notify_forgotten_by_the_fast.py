# fails: waiting: count_down notifies only if somebody was counted as waiting before the mutex was taken: W comes in between
# kind: deadlock|lost_wakeup|hang
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self._count = count
        self._waiters = 0
        self._zero = threading.Condition()

    @property
    def count(self):
        with self._zero:
            return self._count

    def count_down(self):
        somebody = self._waiters > 0
        with self._zero:
            if self._count > 0:
                self._count -= 1
            if self._count == 0 and somebody:
                self._zero.notify_all()

    def wait(self, timeout=None):
        with self._zero:
            self._waiters += 1
            try:
                return self._zero.wait_for(lambda: self._count == 0, timeout)
            finally:
                self._waiters -= 1
