"""What ``import multiprocessing`` gives so far: its locks and semaphores, used between threads of one process.

They differ from threading's in their arguments, and anyone may release a Lock.
"""

from ..machine import machine
from . import locks, semaphores, threading


class Lock(locks.Lock):
    """Stands in for ``multiprocessing.Lock``."""

    def acquire(self, block=True, timeout=None):
        if not block:
            return super().acquire(False)
        return super().acquire(True, -1 if timeout is None else max(0, timeout))

    def __enter__(self):
        return self.acquire()


class RLock(locks.RLock):
    """Stands in for ``multiprocessing.RLock``."""

    def acquire(self, block=True, timeout=None):
        if not block:
            return super().acquire(False)
        return super().acquire(True, -1 if timeout is None else max(0, timeout))

    def __enter__(self):
        return self.acquire()


class Semaphore(semaphores.Semaphore):
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


def get_context(method=None):
    """A context has the same locks and semaphores as the module."""
    return machine().keep["module", "multiprocessing"]


def members():
    """The names of the stand-in for the module ``multiprocessing``."""
    return {"Lock": Lock, "RLock": RLock, "Semaphore": Semaphore, "BoundedSemaphore": BoundedSemaphore,
            "get_context": get_context,
            **{n: m for n, m in threading.members().items() if n in ("Condition", "Event", "Barrier")}}
