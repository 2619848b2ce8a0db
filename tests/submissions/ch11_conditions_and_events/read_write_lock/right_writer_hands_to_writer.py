# right: a leaving writer hands the lock to a waiting writer directly; without one it counts all waiting readers in itself
import threading


class ReadWriteLock:
    def __init__(self):
        self._mutex = threading.Lock()
        self._readers = 0
        self._writer = False
        self._sleeping_readers = []
        self._sleeping_writers = []

    def read(self):
        return _Side(self._start_reading, self._stop_reading)

    def write(self):
        return _Side(self._start_writing, self._stop_writing)

    def _start_reading(self):
        with self._mutex:
            if not self._writer and not self._sleeping_writers:
                self._readers += 1
                return
            bell = threading.Semaphore(0)
            self._sleeping_readers.append(bell)
        bell.acquire()

    def _stop_reading(self):
        with self._mutex:
            self._readers -= 1
            if self._readers == 0 and self._sleeping_writers:
                self._writer = True
                self._sleeping_writers.pop(0).release()

    def _start_writing(self):
        with self._mutex:
            if not self._writer and self._readers == 0:
                self._writer = True
                return
            bell = threading.Semaphore(0)
            self._sleeping_writers.append(bell)
        bell.acquire()

    def _stop_writing(self):
        with self._mutex:
            if self._sleeping_writers:
                self._sleeping_writers.pop(0).release()
                return
            self._writer = False
            bells, self._sleeping_readers = self._sleeping_readers, []
            self._readers = len(bells)
            for bell in bells:
                bell.release()


class _Side:
    def __init__(self, start, stop):
        self.start, self.stop = start, stop

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, exc_type, exc, tb):
        self.stop()
        return False
