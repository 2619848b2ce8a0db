# fails: together: the room is an RLock: R1 is the first in, R2 the last out: R2 releases a lock it does not own
# kind: exception|deadlock|hang
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self._room = threading.RLock()
        self._mutex = threading.Condition(threading.Lock())
        self._inside = 0
        self._waiting = 0

    @contextmanager
    def read(self):
        with self._mutex:
            self._mutex.wait_for(lambda: not self._waiting)
            self._inside += 1
            if self._inside == 1:
                self._room.acquire()
        try:
            yield
        finally:
            with self._mutex:
                self._inside -= 1
                if self._inside == 0:
                    self._room.release()

    @contextmanager
    def write(self):
        with self._mutex:
            self._waiting += 1
        self._room.acquire()
        try:
            yield
        finally:
            self._room.release()
            with self._mutex:
                self._waiting -= 1
                self._mutex.notify_all()
