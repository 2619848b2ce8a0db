# fails: basics: write after read in one thread leaves by the wrong door when mode is remembered per lock
# kind: wrong_result|deadlock|exception
import threading
class ReadWriteLock:
    _local = threading.local()
    def __init__(self):
        self._c = threading.Condition(); self._r = 0; self._w = False; self._n = 0
    def read(self): self._local.mode = "r"; return self
    def write(self): self._local.mode = "w"; return self
    def __enter__(self):
        with self._c:
            if self._local.mode == "r":
                while self._w or self._n: self._c.wait()
                self._r += 1
            else:
                self._n += 1
                while self._w or self._r: self._c.wait()
                self._n -= 1; self._w = True
    def __exit__(self, et, ev, tb):
        with self._c:
            if et is not None and issubclass(et, StopIteration): return True
            if self._local.mode == "w": self._w = False
            else: self._r -= 1
            self._c.notify_all()
