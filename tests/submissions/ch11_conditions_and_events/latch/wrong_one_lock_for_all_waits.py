# fails: timeouts: the second waiter waits for the first one's time-out
# kind: hang|deadlock|wrong_result|lost_wakeup
import threading
class CountDownLatch:
    def __init__(self, count):
        if count < 0: raise ValueError
        self._count = count; self._m = threading.Lock(); self._q = threading.Lock(); self._e = threading.Event()
        if not count: self._e.set()
    def count_down(self):
        with self._m:
            if self._count:
                self._count -= 1
                if not self._count: self._e.set()
    def wait(self, timeout=None):
        with self._q:
            return self._e.wait(timeout)
    @property
    def count(self):
        with self._m: return self._count
