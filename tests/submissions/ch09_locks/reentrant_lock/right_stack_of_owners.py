# right: a list with one entry for each acquire
import threading


class ReentrantLock:
    def __init__(self):
        self._lock = threading.Lock()
        self._stack = []

    def acquire(self, blocking=True, timeout=-1):
        me = threading.current_thread()
        if me not in self._stack[:1]:
            if not self._lock.acquire(blocking, timeout):
                return False
        self._stack.append(me)
        return True

    def release(self):
        if threading.current_thread() not in self._stack[:1]:
            raise RuntimeError
        self._stack.pop()
        if not self._stack:
            self._lock.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc):
        self.release()
