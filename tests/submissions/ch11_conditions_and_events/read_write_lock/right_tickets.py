# right: everybody draws a number; a reader waits for writers with smaller numbers, a writer for all with smaller numbers
import itertools
import threading
from contextlib import contextmanager


class ReadWriteLock:
    def __init__(self):
        self._changed = threading.Condition()
        self._numbers = itertools.count()
        self._present = {}

    @contextmanager
    def _present_as(self, writer):
        with self._changed:
            number = next(self._numbers)
            self._present[number] = writer
            self._changed.wait_for(
                lambda: not any(other < number and (writer or kind) for other, kind in self._present.items())
            )
        try:
            yield
        finally:
            with self._changed:
                del self._present[number]
                self._changed.notify_all()

    def read(self):
        return self._present_as(False)

    def write(self):
        return self._present_as(True)
