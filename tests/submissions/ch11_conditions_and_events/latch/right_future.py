# right: a concurrent.futures.Future is the gate
import threading
from concurrent.futures import Future, TimeoutError


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError("count")
        self._lock = threading.RLock()
        self._gate = Future()
        self._count = count
        if count == 0:
            self._gate.set_result(None)

    def count_down(self):
        with self._lock:
            if self._count:
                self._count -= 1
                if self._count == 0:
                    self._gate.set_result(None)

    @property
    def count(self):
        with self._lock:
            return self._count

    def wait(self, timeout=None):
        try:
            self._gate.result(timeout)
        except TimeoutError:
            return False
        return True
