# right: typed and generic, the waiting is a helper; also usable as an iterator and a context manager
from __future__ import annotations

import threading
from collections import deque
from typing import Callable, Deque, Generic, Iterator, TypeVar

T = TypeVar("T")


class Closed(Exception):
    pass


class Channel(Generic[T]):
    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._buffer: Deque[T] = deque()
        self._is_closed = False
        self._condition = threading.Condition()

    def _wait(self, ready: Callable[[], bool]) -> None:
        self._condition.wait_for(lambda: self._is_closed or ready())

    def send(self, item: T) -> None:
        with self._condition:
            self._wait(lambda: len(self._buffer) < self._capacity)
            if self._is_closed:
                raise Closed("send after close")
            self._buffer.append(item)
            self._condition.notify_all()

    def receive(self) -> T:
        with self._condition:
            self._wait(lambda: bool(self._buffer))
            try:
                item = self._buffer.popleft()
            except IndexError:
                raise Closed("receive after close") from None
            self._condition.notify_all()
            return item

    def close(self) -> None:
        with self._condition:
            self._is_closed = True
            self._condition.notify_all()

    def __iter__(self) -> Iterator[T]:
        try:
            while True:
                yield self.receive()
        except Closed:
            return

    def __enter__(self) -> Channel[T]:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
