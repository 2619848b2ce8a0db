# right: its own counting semaphore, made of two locks (a gate and a mutex; whoever passes opens the gate again: a chain)
import threading


class _Sem:
    """The gate is open exactly while count > 0 and nobody is between gate and mutex."""

    def __init__(self, count):
        self.count = count
        self.mutex = threading.Lock()
        self.gate = threading.Lock()
        if count == 0:
            self.gate.acquire()

    def down(self):
        self.gate.acquire()
        with self.mutex:
            self.count -= 1
            if self.count > 0:
                self.gate.release()

    def up(self):
        with self.mutex:
            self.count += 1
            if self.count == 1:
                self.gate.release()


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be positive")
        self.room, self.stock = _Sem(capacity), _Sem(0)
        self.items, self.guard = [], threading.Lock()

    def put(self, item):
        self.room.down()
        with self.guard:
            self.items.append(item)
        self.stock.up()

    def get(self):
        self.stock.down()
        with self.guard:
            item = self.items.pop(0)
        self.room.up()
        return item
