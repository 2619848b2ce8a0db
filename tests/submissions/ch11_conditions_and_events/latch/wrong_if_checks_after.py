# fails: timeouts: woken at the first, returns False long before the timeout
# kind: wrong_result
import threading
class CountDownLatch:
    def __init__(self, count):
        if count < 0: raise ValueError
        self._count = count; self._c = threading.Condition()
    def count_down(self):
        with self._c:
            if self._count: self._count -= 1
            self._c.notify_all()
    def wait(self, timeout=None):
        with self._c:
            if timeout is None:
                while self._count: self._c.wait()
                return True
            if self._count: self._c.wait(timeout)
            return self._count == 0
    @property
    def count(self): return self._count
