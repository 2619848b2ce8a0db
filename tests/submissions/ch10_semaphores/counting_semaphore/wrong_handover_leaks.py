# fails: timeouts: value 0: T1's wait runs out; before it has the mutex, release() takes T1's gate from the line and opens it;
# T1 returns False, the permit is gone
# kind: leak|wrong_result|lost_wakeup|deadlock
from collections import deque
from threading import Lock


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._mutex = Lock()
        self._waiting = deque()

    def acquire(self, blocking=True, timeout=None):
        with self._mutex:
            if self._value > 0:
                self._value -= 1
                return True
            if not blocking:
                return False
            gate = Lock()
            gate.acquire()
            self._waiting.append(gate)
        if gate.acquire(timeout=-1 if timeout is None else max(0, timeout)):
            return True
        with self._mutex:
            if gate in self._waiting:
                self._waiting.remove(gate)
        return False

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._mutex:
            while n and self._waiting:
                self._waiting.popleft().release()
                n -= 1
            self._value += n

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
