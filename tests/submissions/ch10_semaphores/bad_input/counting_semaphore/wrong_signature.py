# expect: interface: acquire needs two arguments
import time
from threading import Condition, Lock


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._condition = Condition(Lock())

    def acquire(self, blocking, timeout):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._condition:
            while self._value == 0:
                if not blocking:
                    return False
                if deadline is None:
                    self._condition.wait()
                else:
                    remaining = deadline - time.monotonic()
                    if remaining <= 0:
                        return False
                    self._condition.wait(remaining)
            self._value -= 1
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._condition:
            self._value += n
            self._condition.notify(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
