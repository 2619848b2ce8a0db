# fails: blocking: two senders wait, two receives, one notify
# kind: deadlock|lost_wakeup
import threading
from collections import deque
class Closed(Exception): pass
class Channel:
    def __init__(self, capacity):
        self.c, self.q, self.end = capacity, deque(), False
        self.m = threading.Lock(); self.nf = threading.Condition(self.m); self.ne = threading.Condition(self.m)
    def send(self, item):
        with self.m:
            while len(self.q) >= self.c and not self.end: self.nf.wait()
            if self.end: raise Closed
            self.q.append(item)
            self.ne.notify()
    def receive(self):
        with self.m:
            while not self.q and not self.end: self.ne.wait()
            if not self.q: raise Closed
            if len(self.q) == self.c: self.nf.notify()
            return self.q.popleft()
    def close(self):
        with self.m:
            self.end = True; self.ne.notify_all(); self.nf.notify_all()
