# right: the store is a coroutine (a generator fed with send), entered only inside the mutex
from threading import Lock, Semaphore

_TAKE = object()


def _store():
    items = []
    answer = None
    while True:
        order = yield answer
        if order is _TAKE:
            answer = items.pop(0)
        else:
            items.append(order[0])
            answer = None


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._store = _store()
        next(self._store)
        self._mutex = Lock()
        self._free = Semaphore(capacity)
        self._full = Semaphore(0)

    def put(self, item):
        self._free.acquire()
        with self._mutex:
            self._store.send((item,))
        self._full.release()

    def get(self):
        self._full.acquire()
        with self._mutex:
            item = self._store.send(_TAKE)
        self._free.release()
        return item
