# fails: timeouts: value 0, T1 (timed) before T2; release() wakes both; T2 looks first, is not at the front and waits again; T1
# is past its deadline and leaves; T2 waits beside a free permit
# kind: lost_wakeup|deadlock
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._free = value
        self._line = []
        self._cond = threading.Condition()

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._cond:
            if self._free > len(self._line) or (not blocking and self._free > 0):
                self._free -= 1
                return True
            if not blocking:
                return False
            ticket = object()
            self._line.append(ticket)
            while True:
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    self._line.remove(ticket)
                    return False
                if self._line.index(ticket) < self._free:
                    self._line.remove(ticket)
                    self._free -= 1
                    self._cond.notify_all()
                    return True
                self._cond.wait(left)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._cond:
            self._free += n
            self._cond.notify_all()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
