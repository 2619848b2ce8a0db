# fails: exclusion: the writer sets its flag before the readers have left
# kind: deadlock|overlap|wrong_result
import threading
from contextlib import contextmanager
class ReadWriteLock:
    def __init__(self): self._c = threading.Condition(); self._r = 0; self._w = False
    @contextmanager
    def read(self):
        with self._c:
            self._r += 1
            while self._w: self._c.wait()
        try: yield
        finally:
            with self._c: self._r -= 1; self._c.notify_all()
    @contextmanager
    def write(self):
        with self._c:
            while self._w: self._c.wait()
            self._w = True
            while self._r: self._c.wait()
        try: yield
        finally:
            with self._c: self._w = False; self._c.notify_all()
