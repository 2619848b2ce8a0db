# right: a helper class is a subclass of Condition and knows how to take and give
import threading


class _PermitBox(threading.Condition):
    def __init__(self, permits):
        super().__init__(threading.Lock())
        self.permits = permits

    def any_left(self):
        return self.permits > 0

    def take(self, timeout):
        with self:
            got = self.wait_for(self.any_left, timeout)
            if got:
                self.permits -= 1
            return got

    def give(self, n):
        with self:
            self.permits += n
            self.notify(n)


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._box = _PermitBox(value)

    def acquire(self, blocking=True, timeout=None):
        return self._box.take(timeout if blocking else 0)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        self._box.give(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
