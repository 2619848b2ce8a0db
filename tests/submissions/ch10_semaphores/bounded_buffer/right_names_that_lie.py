# right: names and comments speak of queue, Condition, Event, sleep and spinning; none of them is used
"""We do not import queue. We use no Condition (threading.Condition) and no time.sleep()."""
from collections import deque as Queue
from threading import Lock as Condition, Semaphore as Event

NOTE = "from queue import Queue; threading.Condition(); while True: time.sleep(0)"


class BoundedBuffer:
    def __init__(self, capacity):
        # a Condition would do as well, but is not allowed here
        if capacity < 1:
            raise ValueError("queue too small")
        self.queue = Queue()
        self.condition = Condition()
        self.not_full = Event(capacity)
        self.not_empty = Event(0)

    def put(self, item):
        self.not_full.acquire()         # while full: wait
        with self.condition:
            self.queue.append(item)
        self.not_empty.release()        # notify()

    def get(self):
        self.not_empty.acquire()        # while empty: wait
        with self.condition:
            item = self.queue.popleft()
        self.not_full.release()         # notify()
        return item
