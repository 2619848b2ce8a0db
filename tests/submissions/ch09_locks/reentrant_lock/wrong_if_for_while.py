# fails: exclusion: A releases and wakes B; C comes in before B runs; B does not look again and takes the lock from C
# kind: overlap|race|exception|wrong_result
import threading


class ReentrantLock:
    def __init__(self):
        self._free = threading.Condition(threading.Lock())
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        with self._free:
            if self._owner not in (None, me):
                if not blocking:
                    return False
                woken = self._free.wait(None if timeout < 0 else timeout)
                if not woken and self._owner is not None:
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
                self._free.notify()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
