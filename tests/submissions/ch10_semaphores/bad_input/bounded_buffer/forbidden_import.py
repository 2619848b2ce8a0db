# expect: forbidden: from queue import Queue
from queue import Queue


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._queue = Queue(capacity)

    def put(self, item):
        self._queue.put(item)

    def get(self):
        return self._queue.get()
