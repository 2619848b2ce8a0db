# fails: preference: R reads, W1 and W2 wait; W1 comes in and clears the one flag; R2 arrives, and comes in before W2
# kind: wrong_result|race
from contextlib import contextmanager
from threading import Condition


class ReadWriteLock:
    def __init__(self):
        self._changed = Condition()
        self._readers = 0
        self._writing = False
        self._writers_waiting = False

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
            self._writers_waiting = True
            while self._writing or self._readers:
                self._changed.wait()
            self._writers_waiting = False
            self._writing = True
        try:
            yield
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()
