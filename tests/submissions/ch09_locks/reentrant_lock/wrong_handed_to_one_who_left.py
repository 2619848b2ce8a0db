# fails: timeouts: the timeout of A's gate is over, release hands the lock to A all the same: nobody gets it any more
# kind: deadlock|lost_wakeup|wrong_result
import threading


class ReentrantLock:
    def __init__(self):
        self._mutex = threading.Lock()
        self._owner = None
        self._count = 0
        self._waiters = []

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        with self._mutex:
            if self._owner in (None, me):
                self._owner = me
                self._count += 1
                return True
            if not blocking:
                return False
            gate = threading.Lock()
            gate.acquire()
            self._waiters.append((me, gate))
        return gate.acquire(timeout=timeout)

    def release(self):
        with self._mutex:
            if self._owner != threading.get_ident():
                raise RuntimeError("not owner")
            self._count -= 1
            if not self._count:
                self._owner = None
                if self._waiters:
                    self._owner, gate = self._waiters.pop(0)
                    self._count = 1
                    gate.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc):
        self.release()
