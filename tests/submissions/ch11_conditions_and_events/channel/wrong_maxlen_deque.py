# fails: blocking: deque(maxlen) drops the oldest
# kind: wrong_result|deadlock
import threading
from collections import deque
class Closed(Exception): pass
class Channel:
    def __init__(self, capacity):
        self.q, self.end, self.cv = deque(maxlen=capacity), False, threading.Condition()
    def send(self, item):
        with self.cv:
            if self.end: raise Closed
            self.q.append(item); self.cv.notify_all()
    def receive(self):
        with self.cv:
            while not self.q and not self.end: self.cv.wait()
            if not self.q: raise Closed
            return self.q.popleft()
    def close(self):
        with self.cv:
            self.end = True; self.cv.notify_all()
