# fails: waiting: waiters and counters meet at a Barrier
# kind: deadlock|exception|wrong_result|lost_wakeup
import threading
class CountDownLatch:
    def __init__(self, count):
        if count < 0: raise ValueError("count")
        self._count = count; self._l = threading.Lock(); self._b = threading.Barrier(2)
    def count_down(self):
        with self._l:
            if not self._count: return
            self._count -= 1
            last = not self._count
        if last: self._b.wait()
    def wait(self, timeout=None):
        if self._count == 0: return True
        try: self._b.wait(timeout)
        except threading.BrokenBarrierError: return False
        return True
    @property
    def count(self): return self._count
