# right: two module-level helper objects, one per direction, which share the store; put and get are their bound methods through properties
import threading


class _Store:
    def __init__(self):
        self.guard = threading.Lock()
        self.first = self.last = None       # linked cells [item, next]

    def push(self, item):
        cell = [item, None]
        with self.guard:
            if self.first is None:
                self.first = cell
            else:
                self.last[1] = cell
            self.last = cell

    def pull(self):
        with self.guard:
            item, self.first = self.first
        return item


class _Side:
    def __init__(self, wanted, made, action):
        self.wanted, self.made, self.action = wanted, made, action

    def __call__(self, *item):
        self.wanted.acquire()
        result = self.action(*item)
        self.made.release()
        return result


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        store = _Store()
        places, goods = threading.Semaphore(capacity), threading.Semaphore(0)
        self._put = _Side(places, goods, store.push)
        self._get = _Side(goods, places, store.pull)

    @property
    def put(self):
        return self._put

    @property
    def get(self):
        return self._get
