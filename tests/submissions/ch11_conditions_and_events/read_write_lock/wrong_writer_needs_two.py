# fails: together: a writer's notify only when writers wait
# kind: deadlock
import threading
from contextlib import contextmanager
class ReadWriteLock:
    def __init__(self):
        self._l = threading.Lock(); self._ro = threading.Condition(self._l); self._wo = threading.Condition(self._l)
        self._r = 0; self._w = False; self._n = 0
    @contextmanager
    def read(self):
        with self._l:
            while self._w or self._n: self._ro.wait()
            self._r += 1
        try: yield
        finally:
            with self._l:
                self._r -= 1
                if self._r == 0: self._wo.notify()
    @contextmanager
    def write(self):
        with self._l:
            self._n += 1
            while self._w or self._r: self._wo.wait()
            self._n -= 1; self._w = True
        try: yield
        finally:
            with self._l:
                self._w = False
                self._wo.notify()
                if self._n == 0: self._ro.notify()
