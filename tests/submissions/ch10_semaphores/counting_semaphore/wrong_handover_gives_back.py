# fails: timeouts: value 0: T1's wait runs out; release() hands its permit to T1's gate and returns; acquire(blocking=False)
# gives False; T1 gives the permit back and returns False
# kind: wrong_result
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
            else:
                self._give(1)
        return False

    def _give(self, n):
        while n and self._waiting:
            self._waiting.popleft().release()
            n -= 1
        self._value += n

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._mutex:
            self._give(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
