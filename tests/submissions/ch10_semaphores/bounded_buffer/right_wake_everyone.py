# right: locks only; every change opens the gates of all sleepers, who look again (far more wake-ups than needed)
import threading


def _sleep_place(sleepers):
    gate = threading.Lock()
    gate.acquire()
    sleepers.append(gate)
    return gate


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
        self.full_sleepers = []
        self.empty_sleepers = []

    def put(self, item):
        while True:
            with self.mutex:
                if len(self.items) < self.capacity:
                    self.items.append(item)
                    _wake_all(self.empty_sleepers)
                    return
                gate = _sleep_place(self.full_sleepers)
            gate.acquire()

    def get(self):
        while True:
            with self.mutex:
                if self.items:
                    item = self.items.pop(0)
                    _wake_all(self.full_sleepers)
                    return item
                gate = _sleep_place(self.empty_sleepers)
            gate.acquire()
