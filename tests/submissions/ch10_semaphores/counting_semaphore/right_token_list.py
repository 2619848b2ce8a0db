# right: permits are tokens in a deque; taken by pop, an IndexError meaning none
import threading
import time
from collections import deque


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self.tokens = deque([None] * value)
        self.returned = threading.Condition()

    def acquire(self, blocking=True, timeout=None):
        deadline = time.monotonic() + (timeout if blocking and timeout is not None else 0)
        forever = blocking and timeout is None
        with self.returned:
            while True:
                try:
                    self.tokens.pop()
                    return True
                except IndexError:
                    pass
                left = None if forever else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                self.returned.wait(left)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self.returned:
            self.tokens.extend([None] * n)
            self.returned.notify(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
