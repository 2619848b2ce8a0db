# right: typed, with slots, a read-only property and a repr
from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import Final, Optional, Type


class CountingSemaphore:
    __slots__ = ("_value", "_changed", "__weakref__")

    def __init__(self, value: int = 1) -> None:
        if value < 0:
            raise ValueError(f"value must not be negative: {value}")
        self._value: int = value
        self._changed: Final[threading.Condition] = threading.Condition()

    @property
    def value(self) -> int:
        with self._changed:
            return self._value

    def __repr__(self) -> str:
        return f"{type(self).__name__}(value={self.value})"

    def acquire(self, blocking: bool = True, timeout: Optional[float] = None) -> bool:
        deadline: Optional[float] = None
        if timeout is not None:
            deadline = time.monotonic() + timeout
        with self._changed:
            while self._value == 0:
                if not blocking:
                    return False
                remaining: Optional[float] = None
                if deadline is not None:
                    remaining = deadline - time.monotonic()
                    if remaining <= 0:
                        return False
                self._changed.wait(remaining)
            self._value -= 1
            return True

    def release(self, n: int = 1) -> None:
        if n < 1:
            raise ValueError(f"n must be at least 1: {n}")
        with self._changed:
            self._value += n
            self._changed.notify(n)

    def __enter__(self) -> CountingSemaphore:
        self.acquire()
        return self

    def __exit__(self, exc_type: Optional[Type[BaseException]], exc: Optional[BaseException],
                 tb: Optional[TracebackType]) -> None:
        self.release()
