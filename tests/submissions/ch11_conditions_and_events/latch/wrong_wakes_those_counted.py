# fails: waiting: W lets go of the mutex and is stopped before it counts itself; the last count_down releases 0 permits
# kind: deadlock|lost_wakeup|hang
import threading


class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(count)
        self._count = count
        self._waiting = 0
        self._mutex = threading.Lock()
        self._gate = threading.Semaphore(0)

    @property
    def count(self):
        return self._count

    def count_down(self):
        with self._mutex:
            if self._count == 0:
                return
            self._count -= 1
            if self._count == 0:
                for _ in range(self._waiting):
                    self._gate.release()

    def wait(self, timeout=None):
        with self._mutex:
            if self._count == 0:
                return True
        with self._mutex:
            self._waiting += 1
        return self._gate.acquire(timeout=timeout) or self._count == 0
