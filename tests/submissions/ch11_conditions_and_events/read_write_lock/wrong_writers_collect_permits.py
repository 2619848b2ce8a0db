# fails: exclusion: a writer takes all four permits one by one: W1 has two, W2 has two, both wait for ever
# kind: deadlock|hang
from contextlib import contextmanager
from threading import Condition, Semaphore


class ReadWriteLock:
    PERMITS = 4

    def __init__(self):
        self._permits = Semaphore(self.PERMITS)
        self._turn = Condition()
        self._waiting = 0

    @contextmanager
    def read(self):
        with self._turn:
            self._turn.wait_for(lambda: not self._waiting)
        with self._permits:
            yield

    @contextmanager
    def write(self):
        with self._turn:
            self._waiting += 1
        for _ in range(self.PERMITS):
            self._permits.acquire()
        with self._turn:
            self._waiting -= 1
            self._turn.notify_all()
        try:
            yield
        finally:
            for _ in range(self.PERMITS):
                self._permits.release()
