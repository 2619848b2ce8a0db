# right: an odd mixture of ordinary built-ins: vars(self).update, an Enum as key, partial, methodcaller, a class-level mutex held for moments only
import enum
from functools import partial
from operator import methodcaller
from threading import Lock, Semaphore

Side = enum.Enum("Side", "FREE USED")


class BoundedBuffer:
    _mutex = Lock()         # one for all buffers: held just to move one item

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        vars(self).update(
            cells=[],
            counts={Side.FREE: Semaphore(capacity), Side.USED: Semaphore(0)},
        )
        self.put = partial(self._move, Side.FREE, Side.USED, "append")
        self.get = partial(self._move, Side.USED, Side.FREE, "pop", 0)

    def _move(self, source, target, name, *args):
        self.counts[source].acquire()
        with self._mutex:
            result = methodcaller(name, *args)(self.cells)
        self.counts[target].release()
        return result
