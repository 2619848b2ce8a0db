# right: strictly first come, first served: who leaves lets in the head of the queue, a writer or a row of readers
import threading
from collections import deque
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self.mutex = threading.Lock()
        self.queue = deque()
        self.readers = 0
        self.writer = False

    def _admit(self):
        while self.queue and not self.writer:
            is_writer, door = self.queue[0]
            if is_writer and self.readers:
                return
            self.queue.popleft()
            if is_writer:
                self.writer = True
            else:
                self.readers += 1
            door.release()

    def _enter(self, is_writer):
        door = threading.Lock()
        door.acquire()
        with self.mutex:
            self.queue.append((is_writer, door))
            self._admit()
        door.acquire()

    @contextmanager
    def read(self):
        self._enter(False)
        try:
            yield
        finally:
            with self.mutex:
                self.readers -= 1
                self._admit()

    @contextmanager
    def write(self):
        self._enter(True)
        try:
            yield
        finally:
            with self.mutex:
                self.writer = False
                self._admit()
