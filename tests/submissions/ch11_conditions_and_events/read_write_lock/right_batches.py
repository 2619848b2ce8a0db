# right: events in a queue of batches: readers that come while the last batch is one of readers share its event
import threading
from contextlib import contextmanager


class _Batch:
    def __init__(self, writer):
        self.writer = writer
        self.members = 0
        self.go = threading.Event()


class ReadWriteLock:
    def __init__(self):
        self._mutex = threading.Lock()
        self._batches = []

    def _join(self, writer):
        with self._mutex:
            batches = self._batches
            if writer or not batches or batches[-1].writer:
                batches.append(_Batch(writer))
            mine = batches[-1]
            mine.members += 1
            batches[0].go.set()
        mine.go.wait()
        return mine

    def _leave(self, mine):
        with self._mutex:
            mine.members -= 1
            if mine.members == 0:
                self._batches.remove(mine)
                if self._batches:
                    self._batches[0].go.set()

    @contextmanager
    def _inside(self, writer):
        mine = self._join(writer)
        try:
            yield
        finally:
            self._leave(mine)

    def read(self):
        return self._inside(False)

    def write(self):
        return self._inside(True)
