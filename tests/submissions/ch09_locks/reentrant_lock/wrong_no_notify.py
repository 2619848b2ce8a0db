# fails: exclusion: B waits while A is inside; A's release wakes nobody; B sleeps for ever beside a free lock
# kind: deadlock|lost_wakeup|hang
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
            if not self._free.wait_for(lambda: self._owner in (None, me), limit):
                return False
            self._owner = me
            self._count += 1
            return True

    def release(self):
        with self._free:
            if self._owner != threading.get_ident():
                raise RuntimeError("not the owner")
            self._count -= 1
            if self._count == 0:
                self._owner = None
            else:
                self._free.notify()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
