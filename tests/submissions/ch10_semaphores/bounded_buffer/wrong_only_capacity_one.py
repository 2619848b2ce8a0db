# fails: basics: capacity 2: put 1, put 2: the second put blocks
# kind: deadlock|hang
from threading import Lock


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.may_put = Lock()
        self.may_get = Lock()
        self.may_get.acquire()
        self.cell = None

    def put(self, item):
        self.may_put.acquire()
        self.cell = item
        self.may_get.release()

    def get(self):
        self.may_get.acquire()
        item, self.cell = self.cell, None
        self.may_put.release()
        return item
