"""multiprocessing's locks and semaphores: several processes may hold them, and anyone may release a Lock."""

from . import locks, semaphores
from .pickling import Shared


class Lock(Shared, locks.Lock):
    """Stands in for ``multiprocessing.Lock``."""

    def acquire(self, block=True, timeout=None):
        if not block:
            return super().acquire(False)
        return super().acquire(True, -1 if timeout is None else max(0, timeout))

    def __enter__(self):
        return self.acquire()


class RLock(Shared, locks.RLock):
    """Stands in for ``multiprocessing.RLock``."""

    def acquire(self, block=True, timeout=None):
        if not block:
            return super().acquire(False)
        return super().acquire(True, -1 if timeout is None else max(0, timeout))

    def __enter__(self):
        return self.acquire()


class Semaphore(Shared, semaphores.Semaphore):
    """Stands in for ``multiprocessing.Semaphore``."""

    def acquire(self, block=True, timeout=None):
        return super().acquire(block, timeout if block else None)

    def __enter__(self):
        return self.acquire()

    def release(self):
        super().release()

    def get_value(self):
        return self._value


class BoundedSemaphore(Semaphore):
    """Stands in for ``multiprocessing.BoundedSemaphore``."""

    def __init__(self, value=1):
        super().__init__(value)
        self.limit = value
