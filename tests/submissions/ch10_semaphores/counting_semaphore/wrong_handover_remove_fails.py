# fails: timeouts: value 0: T1's wait runs out; before it has the mutex, release() takes T1's gate from the line; T1's remove
# finds nothing
# kind: exception|leak
from threading import Lock


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._mutex = Lock()
        self._line = []

    def acquire(self, blocking=True, timeout=None):
        with self._mutex:
            if self._value > 0:
                self._value -= 1
                return True
            if not blocking:
                return False
            gate = Lock()
            gate.acquire()
            self._line.append(gate)
        if gate.acquire(timeout=-1 if timeout is None else max(0, timeout)):
            return True
        with self._mutex:
            self._line.remove(gate)
        return False

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._mutex:
            for _ in range(n):
                if self._line:
                    self._line.pop(0).release()
                else:
                    self._value += 1

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
