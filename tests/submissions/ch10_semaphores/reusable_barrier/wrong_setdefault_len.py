# fails: one_round: A and B both see an empty dictionary before either has put itself in: both get the number 0
# kind: wrong_result|race
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be at least 1")
        self.parties = parties
        self.mutex = threading.Lock()
        self.numbers = {}
        self.arrived = 0
        self.even = True
        self.gates = {True: threading.Semaphore(0), False: threading.Semaphore(0)}

    def wait(self):
        number = self.numbers.setdefault(threading.get_ident(), len(self.numbers))
        with self.mutex:
            gate = self.gates[self.even]
            self.arrived += 1
            if self.arrived == self.parties:
                self.arrived = 0
                self.even = not self.even
                for _ in range(self.parties):
                    gate.release()
        gate.acquire()
        return number
