# right: a dissemination barrier: in step s number i signals i + 2**s and waits for i - 2**s; signals by parity of the round
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be positive")
        self.parties = parties
        self.steps = (parties - 1).bit_length()
        self.mutex = threading.Lock()
        self.drawn = 0
        self.signals = {
            (parity, step, number): threading.Semaphore(0)
            for parity in (0, 1) for step in range(self.steps) for number in range(parties)
        }

    def wait(self):
        with self.mutex:
            parity = self.drawn // self.parties % 2
            number = self.drawn % self.parties
            self.drawn += 1
        for step in range(self.steps):
            other = (number + 2 ** step) % self.parties
            self.signals[parity, step, other].release()
            self.signals[parity, step, number].acquire()
        return number
