# right: the depth is in a subclass of threading.local
from threading import Lock, local


class _Depth(local):
    value = 0


class ReentrantLock:
    def __init__(self):
        self.lock = Lock()
        self.depth = _Depth()

    def acquire(self, blocking=True, timeout=-1):
        if not self.depth.value and not self.lock.acquire(blocking, timeout):
            return False
        self.depth.value += 1
        return True

    def release(self):
        if self.depth.value == 0:
            raise RuntimeError("release() by a thread that does not own it")
        self.depth.value -= 1
        if self.depth.value == 0:
            self.lock.release()

    def __enter__(self):
        self.acquire()

    def __exit__(self, *exc_info):
        self.release()
