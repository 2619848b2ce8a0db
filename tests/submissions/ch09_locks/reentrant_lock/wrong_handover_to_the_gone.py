# fails: timeouts: B's time expires; before B takes itself off the list A hands the lock over to B; B says False and owns it
# kind: deadlock|lost_wakeup|hang|wrong_result|exception
import threading
from collections import deque


class ReentrantLock:
    def __init__(self):
        self._mutex = threading.Lock()
        self._waiting = deque()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        with self._mutex:
            if self._owner in (None, me):
                self._owner = me
                self._count += 1
                return True
            if not blocking:
                return False
            gate = threading.Lock()
            gate.acquire()
            self._waiting.append((me, gate))
        if gate.acquire(timeout=timeout):
            return True
        with self._mutex:
            if (me, gate) in self._waiting:
                self._waiting.remove((me, gate))
        return False

    def release(self):
        with self._mutex:
            if self._owner != threading.get_ident():
                raise RuntimeError("not the owner")
            self._count -= 1
            if self._count == 0:
                self._owner = None
                if self._waiting:
                    self._owner, gate = self._waiting.popleft()
                    self._count = 1
                    gate.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
