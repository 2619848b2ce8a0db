# fails: basics: value 0: acquire(blocking=False) never returns: the argument is not looked at
# kind: deadlock|hang
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._value = value
        self._cond = threading.Condition(threading.Lock())

    def acquire(self, blocking=True, timeout=None):
        with self._cond:
            if not self._cond.wait_for(lambda: self._value > 0, timeout):
                return False
            self._value -= 1
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._cond:
            self._value += n
            self._cond.notify(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
