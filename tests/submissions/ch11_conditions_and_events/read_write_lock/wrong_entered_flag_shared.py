# fails: together: R1 and R2 share one manager and its flag: R1 leaves and clears it, R2 leaves and stays counted; W waits
# kind: deadlock|hang|leak
from threading import Condition


class _Reading:
    def __init__(self, lock):
        self.lock = lock
        self.entered = False

    def __enter__(self):
        lock = self.lock
        with lock.changed:
            lock.changed.wait_for(lambda: not lock.writing and not lock.waiting)
            lock.readers += 1
            self.entered = True

    def __exit__(self, *error):
        lock = self.lock
        with lock.changed:
            if self.entered:
                self.entered = False
                lock.readers -= 1
                lock.changed.notify_all()


class _Writing:
    def __init__(self, lock):
        self.lock = lock

    def __enter__(self):
        lock = self.lock
        with lock.changed:
            lock.waiting += 1
            lock.changed.wait_for(lambda: not lock.writing and not lock.readers)
            lock.waiting -= 1
            lock.writing = True

    def __exit__(self, *error):
        with self.lock.changed:
            self.lock.writing = False
            self.lock.changed.notify_all()


class ReadWriteLock:
    def __init__(self):
        self.changed = Condition()
        self.readers = self.waiting = 0
        self.writing = False
        self._reading, self._writing = _Reading(self), _Writing(self)

    def read(self):
        return self._reading

    def write(self):
        return self._writing
