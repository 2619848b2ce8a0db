# fails: timeouts: B (with timeout) and C wait; B's time expires, A releases and notifies B; B returns False without looking:
# C sleeps beside a free lock
# kind: lost_wakeup|deadlock|hang
import threading
import time


class ReentrantLock:
    def __init__(self):
        self._free = threading.Condition(threading.Lock())
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        end = time.monotonic() + timeout
        with self._free:
            while self._owner not in (None, me):
                if not blocking:
                    return False
                if timeout < 0:
                    self._free.wait()
                elif not self._free.wait(max(0, end - time.monotonic())):
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
