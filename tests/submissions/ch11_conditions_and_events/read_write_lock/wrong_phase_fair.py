# fails: preference: W1 writes, W2 waits, R arrives after it; W1 leaves and lets in all the waiting readers, R before W2
# kind: wrong_result|race
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self._mutex = threading.Lock()
        self._readers_go = threading.Condition(self._mutex)
        self._writers_go = threading.Condition(self._mutex)
        self._phase = 0
        self._readers = 0
        self._readers_waiting = 0
        self._writing = False
        self._writers_waiting = 0

    @contextmanager
    def read(self):
        with self._mutex:
            if self._writing or self._writers_waiting:
                phase = self._phase
                self._readers_waiting += 1
                self._readers_go.wait_for(lambda: self._phase != phase)
            else:
                self._readers += 1
        try:
            yield
        finally:
            with self._mutex:
                self._readers -= 1
                if self._readers == 0:
                    self._writers_go.notify()

    @contextmanager
    def write(self):
        with self._mutex:
            self._writers_waiting += 1
            self._writers_go.wait_for(lambda: not self._writing and not self._readers)
            self._writers_waiting -= 1
            self._writing = True
        try:
            yield
        finally:
            with self._mutex:
                self._writing = False
                self._phase += 1
                self._readers += self._readers_waiting
                self._readers_waiting = 0
                self._readers_go.notify_all()
                if self._readers == 0:
                    self._writers_go.notify()
