# fails: exclusion: A acquires twice and releases once: the lock is open, B comes in beside A
# kind: overlap|race|wrong_result|exception
import threading


class ReentrantLock:
    def __init__(self):
        self._block = threading.Lock()
        self._owner = None

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        if self._owner == me:
            return True
        if not self._block.acquire(blocking, timeout):
            return False
        self._owner = me
        return True

    def release(self):
        if self._owner != threading.get_ident():
            if self._owner is None:
                return
            raise RuntimeError("not the owner")
        self._owner = None
        self._block.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
