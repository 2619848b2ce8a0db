# fails: together: no more than ten readers
# kind: deadlock|wrong_result
import threading
from contextlib import contextmanager
class ReadWriteLock:
    N = 10
    def __init__(self):
        self._s = threading.Semaphore(self.N)
        self._t = threading.Lock()
        self._c = threading.Condition()
        self._w = 0
    @contextmanager
    def read(self):
        with self._c:
            self._c.wait_for(lambda: not self._w)
            with self._s_taken(): pass
        try: yield
        finally: self._s.release()
    @contextmanager
    def _s_taken(self):
        self._s.acquire()
        yield
    @contextmanager
    def write(self):
        with self._c: self._w += 1
        with self._t:
            for _ in range(self.N): self._s.acquire()
            try: yield
            finally:
                self._s.release(self.N)
                with self._c:
                    self._w -= 1; self._c.notify_all()
