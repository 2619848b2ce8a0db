# fails: timeouts: acquire(timeout=1) while A is inside: the time expires, False is returned, but the owner has been overwritten
# kind: wrong_result|overlap|race|exception
import threading


class ReentrantLock:
    def __init__(self):
        self._free = threading.Condition(threading.Lock())
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        limit = 0 if not blocking else None if timeout < 0 else timeout
        with self._free:
            taken = self._free.wait_for(lambda: self._owner in (None, me), limit)
            self._owner = me
            self._count += 1
            return taken

    def release(self):
        with self._free:
            if self._owner != threading.get_ident():
                raise RuntimeError("not the owner")
            self._count -= 1
            if self._count == 0:
                self._owner = None
                self._free.notify()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
