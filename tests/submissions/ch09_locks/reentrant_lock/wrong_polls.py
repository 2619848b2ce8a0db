# fails: exclusion: while A is inside B asks again and again with a short sleep instead of blocking
# kind: livelock
import threading
import time


class ReentrantLock:
    def __init__(self):
        self._block = threading.Lock()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        if self._owner == me:
            self._count += 1
            return True
        end = time.monotonic() + timeout
        while not self._block.acquire(False):
            if not blocking or (timeout >= 0 and time.monotonic() >= end):
                return False
            time.sleep(0.001)
        self._owner = me
        self._count = 1
        return True

    def release(self):
        if self._owner != threading.get_ident():
            raise RuntimeError("not the owner")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *error):
        self.release()
