# right: the writer keeps the mutex itself; readers are counted; a writers' lock first
import threading
from contextlib import contextmanager
class ReadWriteLock:
    def __init__(self):
        self._m = threading.Lock()
        self._none = threading.Condition(self._m)
        self._readers = self._writers = 0
        self._turn = threading.Lock()
        self._may_read = threading.Condition(self._m)
    @contextmanager
    def read(self):
        with self._m:
            self._may_read.wait_for(lambda: not self._writers)
            self._readers += 1
        try: yield
        finally:
            with self._m:
                self._readers -= 1
                if not self._readers: self._none.notify_all()
    @contextmanager
    def write(self):
        with self._m: self._writers += 1
        self._turn.acquire()
        with self._m: self._none.wait_for(lambda: not self._readers)
        try: yield
        finally:
            self._turn.release()
            with self._m:
                self._writers -= 1
                if not self._writers: self._may_read.notify_all()
