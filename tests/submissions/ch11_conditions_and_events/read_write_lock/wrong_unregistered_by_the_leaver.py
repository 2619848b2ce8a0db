# fails: preference: R1 leaves, takes W off the count and notifies it; R2 arrives before W runs, sees nobody waiting and goes in
# kind: wrong_result|race|deadlock|lost_wakeup|hang
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self._mutex = threading.Lock()
        self._readers_go = threading.Condition(self._mutex)
        self._writers_go = threading.Condition(self._mutex)
        self._readers = 0
        self._writing = False
        self._writers_waiting = 0

    def _next(self):
        if self._writers_waiting:
            self._writers_waiting -= 1
            self._writers_go.notify()
        else:
            self._readers_go.notify_all()

    @contextmanager
    def read(self):
        with self._mutex:
            while self._writing or self._writers_waiting:
                self._readers_go.wait()
            self._readers += 1
        try:
            yield
        finally:
            with self._mutex:
                self._readers -= 1
                if self._readers == 0:
                    self._next()

    @contextmanager
    def write(self):
        with self._mutex:
            while self._writing or self._readers:
                self._writers_waiting += 1
                self._writers_go.wait()
            self._writing = True
        try:
            yield
        finally:
            with self._mutex:
                self._writing = False
                self._next()
