# right: each round a queue of marks
import threading, queue
class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1: raise ValueError
        self.n, self.m, self.c, self.q = parties, threading.Lock(), 0, queue.SimpleQueue()
    def wait(self):
        with self.m:
            i, q = self.c, self.q
            self.c += 1
            if self.c == self.n:
                self.c, self.q = 0, queue.SimpleQueue()
                for _ in range(self.n): q.put(i)
        q.get()
        return i
