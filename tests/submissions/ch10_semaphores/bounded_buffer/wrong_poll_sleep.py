# fails: blocking: get from an empty buffer: wakes every millisecond to look
# kind: livelock|forbidden
import time
from collections import deque
from threading import Lock


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self._capacity = capacity
        self._items = deque()
        self._mutex = Lock()

    def put(self, item):
        while True:
            with self._mutex:
                if len(self._items) < self._capacity:
                    self._items.append(item)
                    return
            time.sleep(0.001)

    def get(self):
        while True:
            with self._mutex:
                if self._items:
                    return self._items.popleft()
            time.sleep(0.001)
