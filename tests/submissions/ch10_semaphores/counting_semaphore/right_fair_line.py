# right: first come, first served: a waiter goes on when fewer threads stand before it than permits are free; try-acquire may jump the line
import threading
import time


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._free = value
        self._line = []
        self._changed = threading.Condition()

    def acquire(self, blocking=True, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self._changed:
            if not blocking:
                if self._free == 0:
                    return False
                self._free -= 1
                return True
            ticket = object()
            self._line.append(ticket)
            try:
                while self._line.index(ticket) >= self._free:
                    remaining = None
                    if deadline is not None:
                        remaining = deadline - time.monotonic()
                        if remaining <= 0:
                            return False
                    self._changed.wait(remaining)
                self._free -= 1
                return True
            finally:
                self._line.remove(ticket)
                self._changed.notify_all()

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._changed:
            self._free += n
            self._changed.notify_all()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
