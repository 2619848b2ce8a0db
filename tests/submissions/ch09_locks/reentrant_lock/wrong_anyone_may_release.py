# fails: ownership: A holds the lock, B calls release: no RuntimeError, the lock is open
# kind: wrong_result|exception
import threading


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
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = me
            self._count = 1
        return taken

    def release(self):
        if self._owner is None:
            raise RuntimeError("not locked")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
