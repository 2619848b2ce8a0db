# fails: preference: W1 writes with the turnstile; W2 blocks at it, then R; W1 leaves, the semaphore lets R pass before W2
# kind: wrong_result|race
from contextlib import contextmanager
from threading import Lock, Semaphore


class ReadWriteLock:
    def __init__(self):
        self._turnstile = Semaphore(1)
        self._room = Semaphore(1)
        self._mutex = Lock()
        self._readers = 0

    @contextmanager
    def read(self):
        with self._turnstile:
            with self._mutex:
                self._readers += 1
                if self._readers == 1:
                    self._room.acquire()
        try:
            yield
        finally:
            with self._mutex:
                self._readers -= 1
                if self._readers == 0:
                    self._room.release()

    @contextmanager
    def write(self):
        with self._turnstile, self._room:
            yield
