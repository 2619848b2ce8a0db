# right: semaphores and counts of the delayed; the mutex is handed on with the permission (Andrews), writers first
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self._entry = threading.Semaphore(1)
        self._r, self._w = threading.Semaphore(0), threading.Semaphore(0)
        self._reading = self._writing = 0
        self._delayed_r = self._delayed_w = 0

    def _signal(self):
        if self._reading == 0 and self._writing == 0 and self._delayed_w > 0:
            self._delayed_w -= 1
            self._w.release()
        elif self._writing == 0 and self._delayed_w == 0 and self._delayed_r > 0:
            self._delayed_r -= 1
            self._r.release()
        else:
            self._entry.release()

    @contextmanager
    def read(self):
        self._entry.acquire()
        if self._writing or self._delayed_w:
            self._delayed_r += 1
            self._entry.release()
            self._r.acquire()
        self._reading += 1
        self._signal()
        try:
            yield
        finally:
            self._entry.acquire()
            self._reading -= 1
            self._signal()

    @contextmanager
    def write(self):
        self._entry.acquire()
        if self._reading or self._writing:
            self._delayed_w += 1
            self._entry.release()
            self._w.acquire()
        self._writing += 1
        self._signal()
        try:
            yield
        finally:
            self._entry.acquire()
            self._writing -= 1
            self._signal()
