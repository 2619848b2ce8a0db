# right: acquire and release are closures over local variables, hung on the object by __init__
from multiprocessing.dummy import Lock
from threading import get_ident


class ReentrantLock:
    def __init__(self):
        lock = Lock()
        owner, count = None, 0

        def acquire(blocking=True, timeout=-1):
            nonlocal owner, count
            if owner != get_ident():
                if not lock.acquire(blocking, timeout):
                    return False
                owner = get_ident()
            count += 1
            return True

        def release():
            nonlocal owner, count
            if owner != get_ident():
                raise RuntimeError("not owned by this thread")
            count -= 1
            if count == 0:
                owner = None
                lock.release()

        self.acquire = acquire
        self.release = release

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        return self.release()
