# fails: blocking: C sees nothing and is stopped; P appends and finds no sleeper to wake; C lies down beside an item
# kind: lost_wakeup|deadlock
import threading


def _lie_down(sleepers):
    gate = threading.Lock()
    gate.acquire()
    sleepers.append(gate)
    gate.acquire()


def _wake_all(sleepers):
    while sleepers:
        sleepers.pop().release()


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.items = []
        self.mutex = threading.Lock()
        self.putters, self.getters = [], []

    def put(self, item):
        while True:
            with self.mutex:
                if len(self.items) < self.capacity:
                    self.items.append(item)
                    _wake_all(self.getters)
                    return
            _lie_down(self.putters)

    def get(self):
        while True:
            with self.mutex:
                if self.items:
                    item = self.items.pop(0)
                    _wake_all(self.putters)
                    return item
            _lie_down(self.getters)
