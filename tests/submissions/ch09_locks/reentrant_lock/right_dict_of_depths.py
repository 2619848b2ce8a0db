# right: a dictionary from thread to depth; every thread touches its own key only
import threading
from contextlib import AbstractContextManager


class ReentrantLock(AbstractContextManager):
    def __init__(self) -> None:
        self.gate = threading.Lock()
        self.depths: dict[int, int] = {}

    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        me = threading.get_ident()
        if me not in self.depths:
            if not self.gate.acquire(blocking, timeout):
                return False
            self.depths[me] = 0
        self.depths[me] += 1
        return True

    def release(self) -> None:
        me = threading.get_ident()
        depth = self.depths.pop(me, 0)
        if depth == 0:
            raise RuntimeError("not yours")
        if depth > 1:
            self.depths[me] = depth - 1
        else:
            self.gate.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *error):
        self.release()
