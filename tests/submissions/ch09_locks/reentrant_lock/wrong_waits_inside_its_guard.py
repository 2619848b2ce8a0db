# fails: basics: B waits inside the guard that the owner's release needs
# kind: deadlock
import threading


class ReentrantLock:
    def __init__(self):
        self._mutex = threading.Lock()
        self._lock = threading.Lock()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        with self._mutex:
            if self._owner != me:
                if not self._lock.acquire(blocking, timeout):
                    return False
                self._owner = me
            self._count += 1
            return True

    def release(self):
        with self._mutex:
            if self._owner != threading.get_ident():
                raise RuntimeError
            self._count -= 1
            if not self._count:
                self._owner = None
                self._lock.release()

    def __enter__(self):
        self.acquire()

    def __exit__(self, *exc):
        self.release()
