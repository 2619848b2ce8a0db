# right: ring array; the head and the tail have a lock each, so puts and gets never meet on a mutex
import threading


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("a buffer needs room for at least one item")
        self.size = capacity
        self.ring = [None] * capacity
        self.head = self.tail = 0
        self.head_lock = threading.Lock()
        self.tail_lock = threading.Lock()
        self.empty_places = threading.Semaphore(capacity)
        self.full_places = threading.Semaphore(0)

    def put(self, item):
        self.empty_places.acquire()
        with self.tail_lock:
            self.ring[self.tail] = item
            self.tail = (self.tail + 1) % self.size
        self.full_places.release()

    def get(self):
        self.full_places.acquire()
        with self.head_lock:
            item = self.ring[self.head]
            self.ring[self.head] = None
            self.head = (self.head + 1) % self.size
        self.empty_places.release()
        return item
