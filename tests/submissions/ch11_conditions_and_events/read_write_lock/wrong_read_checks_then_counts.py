# fails: exclusion: looked under the lock, counted under it again later
# kind: overlap|wrong_result|race
import threading
from contextlib import contextmanager
class ReadWriteLock:
    def __init__(self): self._c = threading.Condition(); self._r = 0; self._w = False; self._n = 0
    @contextmanager
    def read(self):
        with self._c:
            while self._w or self._n: self._c.wait()
        with self._c: self._r += 1
        try: yield
        finally:
            with self._c: self._r -= 1; self._c.notify_all()
    @contextmanager
    def write(self):
        with self._c:
            self._n += 1
            while self._w or self._r: self._c.wait()
            self._n -= 1; self._w = True
        try: yield
        finally:
            with self._c: self._w = False; self._c.notify_all()
