# right: sets of thread idents
import threading
from contextlib import contextmanager
class ReadWriteLock:
    def __init__(self):
        self._changed = threading.Condition()
        self._reading, self._writing, self._want = set(), None, []
    @contextmanager
    def read(self):
        me = threading.get_ident()
        with self._changed:
            while self._writing is not None or self._want: self._changed.wait()
            self._reading.add(me)
        try: yield
        finally:
            with self._changed:
                self._reading.discard(me)
                self._changed.notify_all()
    @contextmanager
    def write(self):
        me = threading.get_ident()
        with self._changed:
            self._want.append(me)
            while self._writing is not None or self._reading or self._want[0] != me: self._changed.wait()
            self._want.pop(0)
            self._writing = me
        try: yield
        finally:
            with self._changed:
                self._writing = None
                self._changed.notify_all()
