# right: notifies twice as many as it serves, and once more whenever a permit is taken or a wait runs out
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self.value = value
        self.cond = threading.Condition(threading.RLock())

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self.cond:
            try:
                while self.value == 0:
                    if not blocking:
                        return False
                    if deadline is None:
                        self.cond.wait()
                    else:
                        left = deadline - time.monotonic()
                        if left <= 0:
                            return False
                        self.cond.wait(left)
                self.value -= 1
                return True
            finally:
                self.cond.notify()

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self.cond:
            self.value += n
            self.cond.notify(2 * n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
