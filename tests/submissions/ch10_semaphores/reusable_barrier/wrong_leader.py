# fails: rounds: 4 parties: B returns and leads round 2, C returns and takes the permit of `go` that slow D needs
# kind: deadlock|lost_wakeup|wrong_result
import threading
class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1: raise ValueError("parties")
        self.n, self.m, self.count = parties, threading.Lock(), 0
        self.arrived, self.go, self.out = threading.Semaphore(0), threading.Semaphore(0), threading.Semaphore(0)
    def wait(self):
        with self.m:
            me = self.count
            self.count = (self.count + 1) % self.n
        if me == 0:
            for _ in range(self.n - 1): self.arrived.acquire()
            for _ in range(self.n - 1): self.go.release()
            for _ in range(self.n - 1): self.out.acquire()
        else:
            self.arrived.release()
            self.go.acquire()
            self.out.release()
        return me
