# right: one manager object for all readers and one for all writers; more wake-ups than needed
import threading
from dataclasses import dataclass, field


@dataclass
class _State:
    changed: threading.Condition = field(default_factory=threading.Condition)
    readers: int = 0
    waiting: int = 0
    writing: bool = False


class _Reading:
    def __init__(self, state: _State) -> None:
        self.s = state

    def __enter__(self) -> None:
        with self.s.changed:
            while self.s.writing or self.s.waiting:
                self.s.changed.wait()
            self.s.readers += 1
            self.s.changed.notify_all()

    def __exit__(self, *error) -> None:
        with self.s.changed:
            self.s.readers -= 1
            self.s.changed.notify_all()


class _Writing:
    def __init__(self, state: _State) -> None:
        self.s = state

    def __enter__(self) -> None:
        with self.s.changed:
            self.s.waiting += 1
            try:
                while self.s.writing or self.s.readers:
                    self.s.changed.wait()
                self.s.writing = True
            finally:
                self.s.waiting -= 1

    def __exit__(self, *error) -> None:
        with self.s.changed:
            self.s.writing = False
            self.s.changed.notify_all()


class ReadWriteLock:
    def __init__(self) -> None:
        state = _State()
        self._reading = _Reading(state)
        self._writing = _Writing(state)

    def read(self) -> _Reading:
        return self._reading

    def write(self) -> _Writing:
        return self._writing
