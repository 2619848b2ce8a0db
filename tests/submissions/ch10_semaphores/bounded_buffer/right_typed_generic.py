# right: fully typed and generic, with slots, properties and a len
from __future__ import annotations

import threading
from collections import deque
from typing import Deque, Final, Generic, TypeVar

T = TypeVar("T")


class BoundedBuffer(Generic[T]):
    __slots__ = ("_capacity", "_items", "_lock", "_free", "_used")

    def __init__(self, capacity: int) -> None:
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity: Final[int] = capacity
        self._items: Deque[T] = deque(maxlen=capacity)
        self._lock: threading.Lock = threading.Lock()
        self._free: threading.Semaphore = threading.Semaphore(capacity)
        self._used: threading.Semaphore = threading.Semaphore(0)

    @property
    def capacity(self) -> int:
        return self._capacity

    @property
    def full(self) -> bool:
        return len(self) == self._capacity

    def __len__(self) -> int:
        with self._lock:
            return len(self._items)

    def put(self, item: T) -> None:
        self._free.acquire()
        with self._lock:
            self._items.append(item)
        self._used.release()

    def get(self) -> T:
        self._used.acquire()
        with self._lock:
            item: T = self._items.popleft()
        self._free.release()
        return item
