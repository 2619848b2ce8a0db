# right: multiprocessing's semaphores between threads
import threading, multiprocessing
class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1: raise ValueError("parties")
        self.n, self.count, self.mutex = parties, 0, multiprocessing.Lock()
        self.a, self.b = multiprocessing.Semaphore(0), multiprocessing.Semaphore(0)
    def wait(self):
        with self.mutex:
            i = self.count; self.count += 1
            if self.count == self.n:
                for _ in range(self.n): self.a.release()
        self.a.acquire()
        with self.mutex:
            self.count -= 1
            if self.count == 0:
                for _ in range(self.n): self.b.release()
        self.b.acquire()
        return i
