# fails: closing: a pump thread is left behind
# kind: leak|deadlock
import threading
from collections import deque
class Closed(Exception): pass
class Channel:
    def __init__(self, capacity):
        self.c, self.q, self.end, self.cv = capacity, deque(), False, threading.Condition()
    def send(self, item):
        with self.cv:
            while len(self.q) >= self.c and not self.end: self.cv.wait()
            if self.end: raise Closed
            self.q.append(item); self.cv.notify_all()
    def receive(self):
        with self.cv:
            while not self.q and not self.end: self.cv.wait()
            if not self.q: raise Closed
            item = self.q.popleft(); self.cv.notify_all(); return item
    def close(self):
        def tell():
            with self.cv:
                self.end = True; self.cv.notify_all()
        threading.Thread(target=tell, daemon=True).start()
