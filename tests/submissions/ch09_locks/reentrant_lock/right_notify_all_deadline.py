# right: a loop around wait with a deadline, notify_all at every release, also the inner ones
import threading
import time


class ReentrantLock:
    def __init__(self):
        self._condition = threading.Condition(lock=threading.Lock())
        self._stack = []

    def _free_for(self, me):
        return not self._stack or self._stack[-1] == me

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        deadline = None if timeout < 0 else time.monotonic() + timeout
        with self._condition:
            while not self._free_for(me):
                if not blocking:
                    return False
                if deadline is None:
                    self._condition.wait()
                    continue
                left = deadline - time.monotonic()
                if left <= 0:
                    return False
                self._condition.wait(left)
            self._stack.append(me)
            return True

    def release(self):
        with self._condition:
            if not self._stack or self._stack[-1] != threading.get_ident():
                raise RuntimeError("release of an un-acquired lock")
            self._stack.pop()
            self._condition.notify_all()

    def __enter__(self):
        self.acquire()

    def __exit__(self, exc_type, exc, tb):
        self.release()
