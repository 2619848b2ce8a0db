# fails: exclusion: A releases but is still written down as the owner; A comes again past the lock, B takes the lock
# kind: overlap|race|wrong_result|exception
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
        if not self._block.acquire(blocking, timeout):
            return False
        self._owner = me
        self._count = 1
        return True

    def release(self):
        if self._owner != threading.get_ident() or not self._count:
            raise RuntimeError("not the owner")
        self._count -= 1
        if not self._count and self._block.locked():
            self._block.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
