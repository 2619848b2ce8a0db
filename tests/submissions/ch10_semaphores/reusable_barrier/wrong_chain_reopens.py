# fails: rounds: chain of one gate, the last out shuts it, no door
# kind: wrong_result|deadlock|race
import threading
class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1: raise ValueError
        self.n, self.m, self.here, self.left, self.gate = parties, threading.Lock(), 0, 0, threading.Semaphore(0)
    def wait(self):
        with self.m:
            number = self.here
            self.here += 1
            if self.here == self.n: self.here = 0; self.gate.release()
        self.gate.acquire()
        with self.m:
            self.left += 1
            if self.left == self.n: self.left = 0
            else: self.gate.release()
        return number
