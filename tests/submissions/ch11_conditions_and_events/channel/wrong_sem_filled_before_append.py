# fails: blocking: released before the item is there: receive sees an empty buffer and says Closed
# kind: wrong_result|exception|race
import threading
from collections import deque
class Closed(Exception): pass
class Channel:
    def __init__(self, capacity):
        self.room, self.full = threading.Semaphore(capacity), threading.Semaphore(0)
        self.m, self.q, self.end = threading.Lock(), deque(), False
    def send(self, item):
        self.room.acquire()
        if self.end: self.room.release(); raise Closed
        self.full.release()
        with self.m: self.q.append(item)
    def receive(self):
        self.full.acquire()
        with self.m:
            if not self.q: self.full.release(); raise Closed
            item = self.q.popleft()
        self.room.release()
        return item
    def close(self):
        with self.m:
            if self.end: return
            self.end = True
        self.room.release(); self.full.release()
