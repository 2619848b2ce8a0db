# fails: nothing_lost: capacity 2: P1 reserves number 0 and is stopped; P2 stores number 1 and releases `used`; a get asks for
# number 0: KeyError
# kind: exception|race
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.store = {}
        self.next_in = self.next_out = 0
        self.mutex = Lock()
        self.free = Semaphore(capacity)
        self.used = Semaphore(0)

    def put(self, item):
        self.free.acquire()
        with self.mutex:
            number = self.next_in
            self.next_in += 1
        self.store[number] = item
        self.used.release()

    def get(self):
        self.used.acquire()
        with self.mutex:
            item = self.store.pop(self.next_out)
            self.next_out += 1
        self.free.release()
        return item
