# right: two semaphores, chains at the close
import threading, collections
class Closed(Exception): pass
class Channel:
    def __init__(self, capacity):
        self.slots = threading.Semaphore(capacity)
        self.filled = threading.Semaphore(0)
        self.mutex = threading.Lock()
        self.buffer = collections.deque()
        self.closed = False
    def send(self, item):
        self.slots.acquire()
        with self.mutex:
            if self.closed:
                self.slots.release()
                raise Closed()
            self.buffer.append(item)
            self.filled.release()
    def receive(self):
        self.filled.acquire()
        with self.mutex:
            if not self.buffer:
                self.filled.release()
                raise Closed()
            item = self.buffer.popleft()
            self.slots.release()
            return item
    def close(self):
        with self.mutex:
            if not self.closed:
                self.closed = True
                self.slots.release()
                self.filled.release()
