# right: owner and depth are behind a guard of their own, which nobody holds while waiting
import threading


class ReentrantLock:
    def __init__(self):
        self._block = threading.Lock()
        self._owner = None
        self._count = 0
        self._guard = threading.Lock()

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        with self._guard:
            if self._owner == me:
                self._count += 1
                return True
        if not self._block.acquire(blocking, timeout):
            return False
        with self._guard:
            self._owner = me
            self._count = 1
        return True

    __enter__ = acquire

    def release(self):
        with self._guard:
            if self._owner != threading.get_ident():
                raise RuntimeError('not the owner')
            self._count -= 1
            if not self._count:
                self._owner = None
                self._block.release()

    def __exit__(self, t, v, tb):
        self.release()
