# right: put and get are closures over nonlocal variables, set on the instance
import threading


def _make(capacity):
    ring = [None] * capacity
    read = write = 0
    mutex = threading.Lock()
    room = threading.Semaphore(capacity)
    stock = threading.Semaphore(0)

    def put(item):
        nonlocal write
        room.acquire()
        with mutex:
            ring[write % capacity] = item
            write += 1
        stock.release()

    def get():
        nonlocal read
        stock.acquire()
        with mutex:
            item, ring[read % capacity] = ring[read % capacity], None
            read += 1
        room.release()
        return item

    return put, get


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.put, self.get = _make(capacity)
