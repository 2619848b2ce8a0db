# right: a thread keeps the number it drew at its first round for all later rounds; a gate per parity
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be at least 1")
        self.parties = parties
        self.mutex = threading.Lock()
        self.numbers = {}
        self.missing = parties
        self.even = True
        self.gates = {True: threading.Semaphore(0), False: threading.Semaphore(0)}

    def wait(self):
        with self.mutex:
            number = self.numbers.setdefault(threading.get_ident(), len(self.numbers))
            gate = self.gates[self.even]
            self.missing -= 1
            if self.missing:
                opened = False
            else:
                self.missing = self.parties
                self.even = not self.even
                opened = True
        if opened:
            gate.release(self.parties)
        gate.acquire()
        return number
