# fails: interleavings: an early return keeps the lock
# kind: deadlock|leak
import threading
class CountDownLatch:
    def __init__(self, count):
        if count < 0: raise ValueError
        self._count = count; self._c = threading.Condition()
    def count_down(self):
        self._c.acquire()
        if self._count == 0: return
        self._count -= 1
        if not self._count: self._c.notify_all()
        self._c.release()
    def wait(self, timeout=None):
        with self._c: return self._c.wait_for(lambda: self._count == 0, timeout)
    @property
    def count(self): return self._count
