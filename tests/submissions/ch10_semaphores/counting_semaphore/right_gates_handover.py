# right: locks only: a permit is handed to the longest waiter by opening its own gate; who is granted as its time runs out keeps it
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
            if gate not in self._waiting:
                return True         # it was opened just as the wait ended
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
