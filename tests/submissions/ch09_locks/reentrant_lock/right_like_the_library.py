# right: the classic: a block, an owner and a count; the owner is read without a lock, only the owner itself can see itself there
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
        if self._owner != threading.get_ident():
            raise RuntimeError("cannot release a lock of somebody else")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    __enter__ = acquire

    def __exit__(self, *error):
        self.release()
