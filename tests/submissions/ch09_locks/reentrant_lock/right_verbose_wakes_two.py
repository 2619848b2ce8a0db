# right: explicit acquire and release of the mutex, a second look when the time is over, notify(2)
import threading
import time


class ReentrantLock:
    def __init__(self):
        self.mutex = threading.Lock()
        self.free = threading.Condition(self.mutex)
        self.holder = None
        self.level = 0

    def acquire(self, blocking=True, timeout=-1):
        me = threading.current_thread()
        end = time.monotonic() + timeout
        self.mutex.acquire()
        try:
            while self.holder not in (None, me):
                if not blocking:
                    return False
                if timeout < 0:
                    self.free.wait()
                elif not self.free.wait(max(0, end - time.monotonic())):
                    if self.holder is None:
                        break
                    return False
            self.holder = me
            self.level += 1
            return True
        finally:
            self.mutex.release()

    def release(self):
        self.mutex.acquire()
        try:
            if self.holder is not threading.current_thread():
                raise RuntimeError("you do not hold this lock")
            self.level -= 1
            if self.level < 1:
                self.holder = None
                self.free.notify(2)
        finally:
            self.mutex.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()
