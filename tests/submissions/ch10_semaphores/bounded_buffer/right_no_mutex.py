# right: no mutex at all: deque.append and deque.popleft are atomic, the semaphores do the rest
import collections
import threading


class BoundedBuffer:
    """Each end touches the deque with exactly one atomic operation."""

    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(capacity)
        self.spaces = threading.Semaphore(capacity)
        self.things = threading.Semaphore(0)
        self.line = collections.deque()

    def put(self, item):
        self.spaces.acquire()
        self.line.append(item)
        self.things.release()

    def get(self):
        self.things.acquire()
        item = self.line.popleft()
        self.spaces.release()
        return item
