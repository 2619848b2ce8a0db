# fails: loads: the queue module through concurrent.futures.thread
# kind: forbidden
import threading
from concurrent.futures import thread
class Closed(Exception): pass
class Channel:
    def __init__(self, capacity):
        self.q = thread.queue.Queue(capacity); self.end = False
    def send(self, item):
        if self.end: raise Closed
        self.q.put(item)
    def receive(self):
        if self.end and self.q.empty(): raise Closed
        return self.q.get()
    def close(self):
        self.end = True
