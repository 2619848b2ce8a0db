# right: first come, first served: release makes the longest waiter the owner and opens its private gate
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
            if self._owner is None or self._owner == me:
                self._owner = me
                self._count += 1
                return True
            if not blocking:
                return False
            gate = threading.Lock()
            gate.acquire()
            ticket = (me, gate)
            self._waiting.append(ticket)
        if gate.acquire(timeout=timeout):
            return True
        with self._mutex:
            if ticket in self._waiting:
                self._waiting.remove(ticket)
                return False
        return True                     # handed over just when the time was up

    def release(self):
        me = threading.get_ident()
        with self._mutex:
            if self._owner != me:
                raise RuntimeError("only the owner may release")
            self._count -= 1
            if self._count:
                return
            if self._waiting:
                self._owner, gate = self._waiting.popleft()
                self._count = 1
                gate.release()
            else:
                self._owner = None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
