# fails: timeouts: value 0: T1 joins the line and is stopped until its deadline is over; gate.acquire(timeout=-0.2) raises
# kind: exception
import time
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
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._mutex:
            if self._value > 0:
                self._value -= 1
                return True
            if not blocking or timeout == 0:
                return False
            gate = Lock()
            gate.acquire()
            self._waiting.append(gate)
        if deadline is None:
            return gate.acquire()
        if gate.acquire(timeout=deadline - time.monotonic()):
            return True
        with self._mutex:
            if gate in self._waiting:
                self._waiting.remove(gate)
                return False
            return True

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
