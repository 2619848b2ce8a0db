# right: notify_all at every count_down, a loop with a deadline, so that the timeout is the total
import time
from threading import Condition


class CountDownLatch:
    __slots__ = "changed", "left"

    def __init__(self, count):
        if count < 0:
            raise ValueError(f"count is {count}")
        self.changed = Condition()
        self.left = count

    @property
    def count(self):
        return self.left

    def count_down(self):
        with self.changed:
            if self.left:
                self.left -= 1
            self.changed.notify_all()

    def wait(self, timeout=None):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self.changed:
            while self.left:
                rest = None
                if deadline is not None:
                    rest = deadline - time.monotonic()
                    if rest <= 0:
                        return False
                self.changed.wait(rest)
            return True
