# fails: order: capacity 2: P1 draws place 0 and is stopped; P2 puts b1 in place 1, draws place 0 too and puts b2 there; get
# gives b2 before b1
# kind: wrong_result|race
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.ring = [None] * capacity
        self.empty = [Semaphore(1) for _ in self.ring]
        self.full = [Semaphore(0) for _ in self.ring]
        self.head = self.tail = 0
        self.head_lock, self.tail_lock = Lock(), Lock()

    def put(self, item):
        with self.tail_lock:
            place = self.tail
            self.tail = (place + 1) % len(self.ring)
        self.empty[place].acquire()
        self.ring[place] = item
        self.full[place].release()

    def get(self):
        with self.head_lock:
            place = self.head
            self.head = (place + 1) % len(self.ring)
        self.full[place].acquire()
        item = self.ring[place]
        self.empty[place].release()
        return item
