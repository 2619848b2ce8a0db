# right: a dataclass; everything is made in __post_init__
from collections import deque
from dataclasses import dataclass, field
from threading import Lock, Semaphore


@dataclass(eq=False)
class BoundedBuffer:
    capacity: int
    _items: deque = field(default_factory=deque, init=False, repr=False)
    _mutex: object = field(default_factory=Lock, init=False, repr=False)
    _filled: Semaphore = field(default_factory=lambda: Semaphore(0), init=False, repr=False)
    _free: Semaphore = field(init=False, repr=False)

    def __post_init__(self):
        if self.capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._free = Semaphore(self.capacity)

    def put(self, item):
        self._free.acquire()
        with self._mutex:
            self._items.append(item)
        self._filled.release()

    def get(self):
        self._filled.acquire()
        with self._mutex:
            item = self._items.popleft()
        self._free.release()
        return item
