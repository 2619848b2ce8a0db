# right: the last one wakes one waiter, each woken one wakes the next; a gate per parity of the round
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(f"{parties} parties")
        self.parties = parties
        self.mutex = threading.Lock()
        self.arrived = 0
        self.generation = 0
        self.asleep = [0, 0]
        self.gates = [threading.Semaphore(0), threading.Semaphore(0)]

    def _wake_next(self, side):
        if self.asleep[side]:
            self.asleep[side] -= 1
            self.gates[side].release()

    def wait(self):
        with self.mutex:
            side = self.generation & 1
            number = self.arrived
            self.arrived += 1
            if self.arrived == self.parties:
                self.arrived = 0
                self.generation += 1
                self._wake_next(side)
                return number
            self.asleep[side] += 1
        self.gates[side].acquire()
        with self.mutex:
            self._wake_next(side)
        return number
