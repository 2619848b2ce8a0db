# right: no owner at all: each thread keeps its own depth in a threading.local of the lock
import threading


class ReentrantLock:
    def __init__(self):
        self._lock = threading.Lock()
        self._mine = threading.local()

    def _depth(self):
        return getattr(self._mine, "depth", 0)

    def acquire(self, blocking=True, timeout=-1):
        depth = self._depth()
        if depth == 0 and not self._lock.acquire(blocking=blocking, timeout=timeout):
            return False
        self._mine.depth = depth + 1
        return True

    def release(self):
        depth = self._depth()
        if depth == 0:
            raise RuntimeError("release of a lock that this thread does not own")
        self._mine.depth = depth - 1
        if depth == 1:
            self._lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *_):
        self.release()
