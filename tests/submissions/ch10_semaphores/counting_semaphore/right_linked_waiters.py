# right: a linked list of waiters, each with a lock as its gate; the newest waiter is served first
import threading


class _Node:
    __slots__ = ("gate", "below", "granted")

    def __init__(self, below):
        self.gate = threading.Lock()
        self.gate.acquire()
        self.below = below
        self.granted = False


class CountingSemaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("value must not be negative")
        self._count = value
        self._top = None
        self._guard = threading.Lock()

    def acquire(self, blocking=True, timeout=None):
        self._guard.acquire()
        try:
            if self._count > 0:
                self._count -= 1
                return True
            if not blocking:
                return False
            node = self._top = _Node(self._top)
        finally:
            self._guard.release()
        if timeout is None:
            node.gate.acquire()
            return True
        if timeout > 0 and node.gate.acquire(timeout=timeout):
            return True
        with self._guard:
            if not node.granted:
                self._unlink(node)
            return node.granted

    def _unlink(self, node):
        if self._top is node:
            self._top = node.below
            return
        above = self._top
        while above.below is not node:
            above = above.below
        above.below = node.below

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be at least 1")
        with self._guard:
            while n > 0 and self._top is not None:
                node, self._top = self._top, self._top.below
                node.granted = True
                node.gate.release()
                n -= 1
            self._count += n

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *exc_info):
        self.release()
