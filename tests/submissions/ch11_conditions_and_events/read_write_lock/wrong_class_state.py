# fails: basics: the counts live in a dictionary of the class: a writer of one lock shuts out the readers of another
# kind: deadlock|hang
from contextlib import contextmanager
from threading import Condition


class ReadWriteLock:
    _changed = Condition()
    _state = {"readers": 0, "writing": False, "waiting": 0}

    def _property(name):
        return property(lambda self: self._state[name], lambda self, value: self._state.update({name: value}))

    _readers = _property("readers")
    _writing = _property("writing")
    _writers_waiting = _property("waiting")

    @contextmanager
    def read(self):
        with self._changed:
            while self._writing or self._writers_waiting:
                self._changed.wait()
            self._readers += 1
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1
                if self._readers == 0:
                    self._changed.notify_all()

    @contextmanager
    def write(self):
        with self._changed:
            self._writers_waiting += 1
            while self._writing or self._readers:
                self._changed.wait()
            self._writers_waiting -= 1
            self._writing = True
        try:
            yield
        finally:
            with self._changed:
                self._writing = False
                self._changed.notify_all()
