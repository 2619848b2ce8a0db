# fails: together: write() alone registers a writer
# kind: deadlock
import threading
class Side:
    def __init__(self, enter, leave): self.a, self.b = enter, leave
    def __enter__(self): self.a()
    def __exit__(self, *e): self.b()
class ReadWriteLock:
    def __init__(self): self._c = threading.Condition(); self._r = 0; self._w = False; self._n = 0
    def _ar(self):
        with self._c:
            while self._w or self._n: self._c.wait()
            self._r += 1
    def _rr(self):
        with self._c: self._r -= 1; self._c.notify_all()
    def _aw(self):
        with self._c:
            while self._w or self._r: self._c.wait()
            self._n -= 1; self._w = True
    def _rw(self):
        with self._c: self._w = False; self._c.notify_all()
    def read(self): return Side(self._ar, self._rr)
    def write(self):
        with self._c: self._n += 1
        return Side(self._aw, self._rw)
