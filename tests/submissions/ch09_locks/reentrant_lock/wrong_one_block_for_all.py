# fails: basics: the block is a class attribute: a thread that holds one lock and acquires a second, free one waits for itself
# kind: deadlock|hang
import threading


class ReentrantLock:
    _block = threading.Lock()
    _owner = None
    _count = 0

    def acquire(self, blocking=True, timeout=-1):
        me = threading.get_ident()
        if self._owner != me:
            if not self._block.acquire(blocking, timeout):
                return False
            self._owner = me
        self._count += 1
        return True

    def release(self):
        if self._owner != threading.get_ident():
            raise RuntimeError("not the owner")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, *error):
        self.release()
