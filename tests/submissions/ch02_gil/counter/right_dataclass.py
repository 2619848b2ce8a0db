# right: a dataclass; the lock is a field with a factory, so that every counter has its own
from dataclasses import dataclass, field
from threading import Semaphore


@dataclass(eq=False)
class Counter:
    start: int = 0
    _turn: Semaphore = field(default_factory=lambda: Semaphore(1), init=False, repr=False)
    _changes: int = field(default=0, init=False)

    def _change(self, by: int) -> None:
        with self._turn:
            self._changes += by

    def increment(self, amount: int = 1) -> None:
        self._change(by=amount)

    def decrement(self, amount: int = 1) -> None:
        self._change(by=-amount)

    @property
    def value(self) -> int:
        with self._turn:
            return self.start + self._changes
