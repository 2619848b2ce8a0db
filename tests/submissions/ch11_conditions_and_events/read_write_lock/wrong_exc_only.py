# fails: basics: release only in except Exception and else; a StopIteration is lost in a RuntimeError
# kind: deadlock
import threading
class ReadWriteLock:
    def __init__(self): self._c = threading.Condition(); self._r = 0; self._w = False; self._n = 0
    def read(self): return _Side(self, "r")
    def write(self): return _Side(self, "w")
class _Side:
    def __init__(self, lock, kind): self.lock, self.kind = lock, kind
    def __enter__(self):
        s = self.lock
        with s._c:
            if self.kind == "r":
                while s._w or s._n: s._c.wait()
                s._r += 1
            else:
                s._n += 1
                while s._w or s._r: s._c.wait()
                s._n -= 1; s._w = True
    def __exit__(self, et, ev, tb):
        if et is not None: return
        s = self.lock
        with s._c:
            if self.kind == "r": s._r -= 1
            else: s._w = False
            s._c.notify_all()
