# right: threading's primitives by way of multiprocessing.dummy and under other names
import multiprocessing.dummy as workshop

Counter = workshop.Semaphore
Key = workshop.Lock


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.shelf = []
        self.key = Key()
        self.spaces, self.goods = Counter(capacity), Counter(0)

    def put(self, item):
        self.spaces.acquire()
        self.key.acquire()
        self.shelf.append(item)
        self.key.release()
        self.goods.release()

    def get(self):
        self.goods.acquire()
        self.key.acquire()
        item = self.shelf.pop(0)
        self.key.release()
        self.spaces.release()
        return item
