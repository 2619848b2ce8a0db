# right: readers and writers sleep on conditions of their own over one lock; a writer wakes one writer or all the readers
import threading


class _Manager:
    def __init__(self, enter, leave):
        self._enter, self._leave = enter, leave

    def __enter__(self):
        return self._enter()

    def __exit__(self, *error):
        self._leave()


class ReadWriteLock:
    def __init__(self):
        mutex = threading.Lock()
        self._readers_go = threading.Condition(mutex)
        self._writers_go = threading.Condition(mutex)
        self._mutex = mutex
        self._active = 0            # -1: a writer, otherwise the number of readers
        self._writers = 0           # those who wait

    def read(self):
        return _Manager(self._begin_read, self._end_read)

    def write(self):
        return _Manager(self._begin_write, self._end_write)

    def _begin_read(self):
        with self._mutex:
            while self._active < 0 or self._writers > 0:
                self._readers_go.wait()
            self._active += 1

    def _end_read(self):
        with self._mutex:
            self._active -= 1
            if self._active == 0:
                self._writers_go.notify()

    def _begin_write(self):
        with self._mutex:
            self._writers += 1
            while self._active != 0:
                self._writers_go.wait()
            self._writers -= 1
            self._active = -1

    def _end_write(self):
        with self._mutex:
            self._active = 0
            if self._writers:
                self._writers_go.notify()
            else:
                self._readers_go.notify_all()
