# right: a Timer wakes a timed waiter, cancelled and joined
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
        if timeout is None:
            with self._c:
                while self._count: self._c.wait()
                return True
        late = threading.Event()
        def wake():
            with self._c:
                late.set(); self._c.notify_all()
        timer = threading.Timer(timeout, wake)
        timer.start()
        with self._c:
            while self._count and not late.is_set(): self._c.wait()
            answer = self._count == 0
        timer.cancel(); timer.join()
        return answer
    @property
    def count(self): return self._count
