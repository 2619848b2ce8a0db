# right: wait_for with the caller's timeout (0 for a non-blocking call), a bare Condition()
import threading


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("negative")
        self.permits = value
        self.changed = threading.Condition()

    def acquire(self, blocking=True, timeout=None):
        if not blocking:
            timeout = 0
        with self.changed:
            if not self.changed.wait_for(lambda: self.permits > 0, timeout):
                return False
            self.permits -= 1
            return True

    def release(self, n=1):
        if n < 1:
            raise ValueError("n < 1")
        with self.changed:
            self.permits += n
            for _ in range(n):
                self.changed.notify()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, exc_type, exc, traceback):
        self.release()
