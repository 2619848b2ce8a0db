# fails: order: capacity 2, items 0 and 1 stored: C1 draws place 0 and is stopped; C2 gets item 1, draws place 0 again and gets
# item 0 after it
# kind: wrong_result|race
from threading import Lock, Semaphore


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.cells = [(Semaphore(1), Semaphore(0), []) for _ in range(capacity)]
        self.writing = Lock()
        self.drawing = Lock()
        self.head = self.tail = 0

    def put(self, item):
        with self.writing:
            empty, full, cell = self.cells[self.tail]
            empty.acquire()
            cell.append(item)
            self.tail = (self.tail + 1) % len(self.cells)
            full.release()

    def get(self):
        with self.drawing:
            empty, full, cell = self.cells[self.head]
            self.head = (self.head + 1) % len(self.cells)
        full.acquire()
        item = cell.pop()
        empty.release()
        return item
