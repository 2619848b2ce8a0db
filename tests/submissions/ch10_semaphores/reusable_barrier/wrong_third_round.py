# fails: rounds: works for two rounds only
# kind: wrong_result|deadlock|exception
import threading
class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1: raise ValueError
        self.n, self.lock, self.i = parties, threading.Lock(), 0
        self.gates = [threading.Semaphore(0) for _ in range(8)]
        self.phase = 0
    def wait(self):
        with self.lock:
            i, phase = self.i, min(self.phase, 7)
            self.i += 1
            if self.i == self.n:
                self.i, self.phase = 0, self.phase + 1
                self.gates[phase].release(self.n)
        self.gates[phase].acquire()
        return i
