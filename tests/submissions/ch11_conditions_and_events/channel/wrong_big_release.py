# fails: closing: close releases 2 for everybody; a third blocks
# kind: deadlock|lost_wakeup
import threading
from collections import deque
class Closed(Exception): pass
class Channel:
    def __init__(self, capacity):
        self.room, self.full = threading.Semaphore(capacity), threading.Semaphore(0)
        self.m, self.q, self.end = threading.Lock(), deque(), False
    def send(self, item):
        if self.end: raise Closed
        self.room.acquire()
        with self.m:
            if self.end: raise Closed
            self.q.append(item); self.full.release()
    def receive(self):
        self.full.acquire()
        with self.m:
            if not self.q: raise Closed
            self.room.release()
            return self.q.popleft()
    def close(self):
        with self.m:
            if self.end: return
            self.end = True
            self.room.release(10); self.full.release(10)
