# fails: exclusion: A opens the block and reads the count 1; B comes in and counts to 2; A writes 0; B's release leaves it shut
# kind: deadlock|race|lost_wakeup|exception|wrong_result|hang|overlap
import threading


class ReentrantLock:
    def __init__(self):
        self._block = threading.Lock()
        self._owner = None
        self._count = 0

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
        if self._count == 1:
            self._owner = None
            self._block.release()
        self._count -= 1

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *error):
        self.release()
