# right: verbose; a lock and a condition on it, explicit acquire and release with try/finally, name-mangled attributes
import threading
import time


class CountingSemaphore(object):
    """A counting semaphore made of a lock and a condition variable."""

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("initial value must be zero or more, got %r" % (value,))
        self.__lock = threading.Lock()
        self.__permit_was_returned = threading.Condition(lock=self.__lock)
        self.__number_of_permits = value

    def acquire(self, blocking=True, timeout=None):
        """Take one permit; returns whether one was taken."""
        start = time.monotonic()
        self.__lock.acquire()
        try:
            while True:
                if self.__number_of_permits > 0:
                    self.__number_of_permits = self.__number_of_permits - 1
                    return True
                if blocking is False or not blocking:
                    return False
                if timeout is None:
                    self.__permit_was_returned.wait()
                    continue
                elapsed = time.monotonic() - start
                if elapsed >= timeout:
                    return False
                self.__permit_was_returned.wait(timeout=timeout - elapsed)
        finally:
            self.__lock.release()

    def release(self, n=1):
        """Give n permits back."""
        if n < 1:
            raise ValueError("n must be one or more, got %r" % (n,))
        self.__lock.acquire()
        try:
            self.__number_of_permits = self.__number_of_permits + n
            self.__permit_was_returned.notify(n=n)
        finally:
            self.__lock.release()
        return None

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, exception_type, exception_value, traceback):
        self.release()
        return None
