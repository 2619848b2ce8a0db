# fails: nothing_lost: capacity 2: P is stopped inside the generator's send; a second P or C enters it
# kind: exception|race
from collections import deque
from threading import Semaphore


def _store():
    items = deque()
    answer = None
    while True:
        action, item = yield answer
        if action == "put":
            items.append(item)
            answer = None
        else:
            answer = items.popleft()


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.store = _store()
        self.store.send(None)
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        self.store.send(("put", item))
        self.used.release()

    def get(self):
        self.used.acquire()
        item = self.store.send(("get", None))
        self.free.release()
        return item
