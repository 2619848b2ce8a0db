# right: two phases, the last one in hands out `parties` permits at once; the number is drawn on the way out
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self.n = parties
        self.inside = 0
        self.mutex = threading.Semaphore(1)
        self.gate_in = threading.Semaphore(0)
        self.gate_out = threading.Semaphore(0)

    def wait(self):
        self.mutex.acquire()
        self.inside += 1
        if self.inside == self.n:
            self.gate_in.release(self.n)
        self.mutex.release()
        self.gate_in.acquire()
        self.mutex.acquire()
        self.inside -= 1
        number = self.inside
        if self.inside == 0:
            self.gate_out.release(self.n)
        self.mutex.release()
        self.gate_out.acquire()
        return number
