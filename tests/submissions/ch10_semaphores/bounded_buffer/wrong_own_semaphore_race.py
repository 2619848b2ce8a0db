# fails: blocking: capacity 2: P1 and P2 both read count 0 of the stock and write 1: two items, one permit; the second get
# blocks for ever
# kind: race|deadlock|lost_wakeup|exception
from collections import deque
from threading import Lock


class _Sem:
    def __init__(self, count):
        self.count = count
        self.gate = Lock()
        if count == 0:
            self.gate.acquire()

    def down(self):
        self.gate.acquire()
        self.count -= 1
        if self.count > 0:
            self.gate.release()

    def up(self):
        self.count += 1
        if self.count == 1:
            self.gate.release()


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.room, self.stock = _Sem(capacity), _Sem(0)
        self.items = deque()

    def put(self, item):
        self.room.down()
        self.items.append(item)
        self.stock.up()

    def get(self):
        self.stock.down()
        item = self.items.popleft()
        self.room.up()
        return item
