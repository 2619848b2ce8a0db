# fails: basics: the context managers are made once: the second `with lock.read()` finds a used-up generator
# kind: exception
from contextlib import contextmanager
from threading import Condition


class ReadWriteLock:
    def __init__(self):
        self._changed = Condition()
        self._readers = 0
        self._writing = False
        self._waiting = 0
        self._read, self._write = self._reading(), self._alone()

    def read(self):
        return self._read

    def write(self):
        return self._write

    @contextmanager
    def _reading(self):
        with self._changed:
            self._changed.wait_for(lambda: not self._writing and not self._waiting)
            self._readers += 1
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1
                self._changed.notify_all()

    @contextmanager
    def _alone(self):
        with self._changed:
            self._waiting += 1
            self._changed.wait_for(lambda: not self._writing and not self._readers)
            self._waiting -= 1
            self._writing = True
        try:
            yield
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()
