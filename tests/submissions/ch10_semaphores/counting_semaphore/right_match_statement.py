# right: match statements, a NamedTuple of the state replaced as a whole inside the lock, a static method as the predicate
import time
from threading import Condition
from typing import NamedTuple


class State(NamedTuple):
    free: int
    given: int = 0


class CountingSemaphore:
    def __init__(self, value=1):
        match value:
            case int() if value < 0:
                raise ValueError("value must not be negative")
        self.state = State(value)
        self.changed = Condition()

    @staticmethod
    def _left(end):
        return None if end is None else max(0.0, end - time.monotonic())

    def acquire(self, blocking=True, timeout=None):
        end = None if timeout is None else time.monotonic() + timeout
        with self.changed:
            while True:
                match self.state, bool(blocking), self._left(end):
                    case State(free, given), _, _ if free:
                        self.state = State(free - 1, given + 1)
                        return True
                    case (_, False, _) | (_, _, 0.0):
                        return False
                    case _, _, left:
                        self.changed.wait(left)

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self.changed:
            self.state = self.state._replace(free=self.state.free + n)
            self.changed.notify(n)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
