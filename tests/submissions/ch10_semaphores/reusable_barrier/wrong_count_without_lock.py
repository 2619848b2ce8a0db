# fails: one_round: A and B both read arrived 0 and write 1: nobody is the last, both wait for ever
# kind: deadlock|race|hang|wrong_result
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self._parties = parties
        self._arrived = 0
        self._round = 0
        self._gates = (threading.Semaphore(0), threading.Semaphore(0))

    def wait(self):
        gate = self._gates[self._round % 2]
        number = self._arrived
        self._arrived += 1
        if number + 1 == self._parties:
            self._arrived = 0
            self._round += 1
            for _ in range(self._parties - 1):
                gate.release()
        else:
            gate.acquire()
        return number
