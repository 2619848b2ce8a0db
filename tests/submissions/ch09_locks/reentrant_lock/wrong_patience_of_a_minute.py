# fails: exclusion: A stays inside; B's internal wait of 60 seconds expires, B takes the lock beside A
# kind: overlap|race|exception|wrong_result
import threading


class ReentrantLock:
    def __init__(self):
        self._free = threading.Condition(threading.Lock())
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        forever = blocking and timeout < 0
        limit = 60 if forever else timeout if blocking else 0
        with self._free:
            if not self._free.wait_for(lambda: self._owner in (None, me), limit):
                if not forever:
                    return False
                self._count = 0
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
        self.acquire()
        return self

    def __exit__(self, *error):
        self.release()
