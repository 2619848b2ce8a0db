# right: the buffer is itself a Semaphore, counting the stored items
import threading


class BoundedBuffer(threading.Semaphore):
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        super().__init__(0)
        self._places = threading.Semaphore(capacity)
        self._stock = []
        self._stock_lock = threading.Lock()

    def put(self, item):
        self._places.acquire()
        with self._stock_lock:
            self._stock.append(item)
        self.release()

    def get(self):
        self.acquire()
        with self._stock_lock:
            item = self._stock.pop(0)
        self._places.release()
        return item
