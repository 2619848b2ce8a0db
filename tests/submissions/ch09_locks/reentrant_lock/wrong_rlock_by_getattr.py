# fails: loads: the name of the RLock is put together and fetched with getattr
# kind: forbidden
import threading

_make = getattr(threading, "".join(["R", "Lo", "ck"]))


class ReentrantLock:
    def __init__(self):
        self._lock = _make()

    def acquire(self, blocking=True, timeout=-1):
        return self._lock.acquire(blocking, timeout)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
