# right: every waiter is a dataclass with a Condition of its own on the shared lock; permits are handed over by a flag
from collections import deque
from dataclasses import dataclass
from threading import Condition, Lock


@dataclass(eq=False)
class _Waiter:
    ready: Condition
    granted: bool = False


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._lock = Lock()
        self._permits = value
        self._waiters = deque()

    def acquire(self, blocking=True, timeout=None):
        with self._lock:
            if self._permits:
                self._permits -= 1
                return True
            if not blocking:
                return False
            waiter = _Waiter(Condition(self._lock))
            self._waiters.append(waiter)
            waiter.ready.wait_for(lambda: waiter.granted, timeout)
            if not waiter.granted:
                self._waiters.remove(waiter)
            return waiter.granted

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._lock:
            for _ in range(n):
                if self._waiters:
                    waiter = self._waiters.popleft()
                    waiter.granted = True
                    waiter.ready.notify()
                else:
                    self._permits += 1

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
