# right: a Condition(Lock()) and wait_for, which looks once more when the time is over
from threading import Condition, Lock, current_thread


class ReentrantLock:
    def __init__(self):
        self.freed = Condition(Lock())
        self.owner = None
        self.depth = 0

    def acquire(self, blocking=True, timeout=-1):
        thread = current_thread()
        with self.freed:
            if self.owner is not thread:
                if not blocking:
                    limit = 0
                elif timeout < 0:
                    limit = None
                else:
                    limit = timeout
                if not self.freed.wait_for(lambda: self.owner is None, limit):
                    return False
                self.owner = thread
            self.depth += 1
            return True

    def release(self):
        with self.freed:
            if self.owner is not current_thread():
                raise RuntimeError("not the owner")
            self.depth -= 1
            if self.depth == 0:
                self.owner = None
                self.freed.notify()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, exc_type, exc, tb):
        self.release()
        return False
