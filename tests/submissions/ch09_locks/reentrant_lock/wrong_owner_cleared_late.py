# fails: exclusion: A opens the block and is stopped; B takes it and writes itself down; A wipes B out: B's release raises
# kind: exception|race|deadlock|wrong_result|overlap
import threading


class ReentrantLock:
    def __init__(self):
        self._block = threading.Lock()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        if self._owner == me:
            self._count += 1
            return True
        if not self._block.acquire(blocking, timeout):
            return False
        self._owner = me
        self._count = 1
        return True

    def release(self):
        if self._owner != threading.get_ident():
            raise RuntimeError("not the owner")
        self._count -= 1
        if not self._count:
            self._block.release()
            self._owner = None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
