# fails: exclusion: a writer looks again and again whether the readers are gone
# kind: livelock
from contextlib import contextmanager
from threading import Condition
from time import sleep


class ReadWriteLock:
    def __init__(self):
        self._changed = Condition()
        self._readers = 0
        self._writing = False
        self._writers_waiting = 0

    @contextmanager
    def read(self):
        with self._changed:
            while self._writing or self._writers_waiting:
                self._changed.wait()
            self._readers += 1
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1
                if self._readers == 0:
                    self._changed.notify_all()

    @contextmanager
    def write(self):
        with self._changed:
            self._writers_waiting += 1
        while True:
            with self._changed:
                if not self._writing and not self._readers:
                    self._writers_waiting -= 1
                    self._writing = True
                    break
            sleep(0.001)
        try:
            yield
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()
