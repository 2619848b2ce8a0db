# fails: exclusion: one condition for all locks: the notify of one lock wakes a waiter of another
# kind: lost_wakeup|deadlock
import threading
import time


class ReentrantLock:
    _cond = threading.Condition(threading.Lock())
    _owner = None
    _count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        with self._cond:
            if self._owner == me:
                self._count += 1
                return True
            if not blocking:
                if self._owner is not None:
                    return False
            elif not self._cond.wait_for(lambda: self._owner is None, None if timeout < 0 else timeout):
                return False
            self._owner = me
            self._count = 1
            return True

    def release(self):
        with self._cond:
            if self._owner != threading.get_ident():
                raise RuntimeError("not the owner")
            self._count -= 1
            if self._count == 0:
                self._owner = None
                self._cond.notify()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc):
        self.release()
