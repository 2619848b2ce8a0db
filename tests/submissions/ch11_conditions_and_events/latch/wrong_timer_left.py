# fails: basics: the Timer is still there when wait has returned
# kind: leak
import threading
class CountDownLatch:
    def __init__(self, count):
        if count < 0: raise ValueError("count")
        self._count = count; self._c = threading.Condition()
    def count_down(self):
        with self._c:
            if self._count: self._count -= 1
            if not self._count: self._c.notify_all()
    def wait(self, timeout=None):
        late = threading.Event()
        def wake():
            with self._c:
                late.set(); self._c.notify_all()
        if timeout is not None:
            timer = threading.Timer(timeout, wake); timer.daemon = True
            timer.start()
        with self._c:
            while self._count and not late.is_set(): self._c.wait()
            return self._count == 0
    @property
    def count(self): return self._count
