# right: typed; a semaphore as the mutex, a one-element tuple as the optional result
from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Semaphore
from typing import Callable, Generic, Iterator, TypeVar

T = TypeVar("T")


@dataclass
class OnceCallable(Generic[T]):
    function: Callable[[], T]
    found: tuple[T, ...] = ()
    turn: Semaphore = field(default_factory=Semaphore)

    @contextmanager
    def my_turn(self) -> Iterator[None]:
        self.turn.acquire()
        try:
            yield
        finally:
            self.turn.release()

    def get(self) -> T:
        if self.found:
            return self.found[0]
        with self.my_turn():
            if not self.found:
                self.found = (self.function(),)
        return self.found[0]


def once(function: Callable[[], T]) -> Callable[[], T]:
    return OnceCallable(function).get
