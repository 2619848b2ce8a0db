# right: each waiter has a lock of its own
import threading
class CountDownLatch:
    def __init__(self, count):
        if count < 0:
            raise ValueError(f"bad count {count}")
        self._lock = threading.RLock()
        self._count = count
        self._waiters = []
    def count_down(self):
        with self._lock:
            if self._count == 0:
                return
            self._count -= 1
            if self._count:
                return
            waiters, self._waiters = self._waiters, []
        for waiter in waiters:
            waiter.release()
    def wait(self, timeout=None):
        with self._lock:
            if self._count == 0:
                return True
            mine = threading.Lock()
            mine.acquire()
            self._waiters.append(mine)
        if timeout is None:
            return mine.acquire()
        if mine.acquire(timeout=timeout):
            return True
        with self._lock:
            if mine in self._waiters:
                self._waiters.remove(mine)
        return False
    @property
    def count(self):
        with self._lock:
            return self._count
