# fails: exclusion: one thread-local depth for all locks: A holds lock 1 and walks into lock 2 while B is inside lock 2
# kind: overlap|race|wrong_result|exception
import threading

_mine = threading.local()


class ReentrantLock:
    def __init__(self):
        self._lock = threading.Lock()

    def acquire(self, blocking=True, timeout=-1):
        depth = getattr(_mine, "depth", 0)
        if depth == 0 and not self._lock.acquire(blocking, timeout):
            return False
        _mine.depth = depth + 1
        return True

    def release(self):
        depth = getattr(_mine, "depth", 0)
        if depth == 0:
            raise RuntimeError("not the owner")
        _mine.depth = depth - 1
        if depth == 1:
            self._lock.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *error):
        self.release()
