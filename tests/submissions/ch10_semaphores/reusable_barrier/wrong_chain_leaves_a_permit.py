# fails: rounds: each woken one releases the gate for the next, also the last of the chain: round 3 finds an open gate
# kind: race|overlap|wrong_result|deadlock|hang
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self._parties = parties
        self._arrived = 0
        self._round = 0
        self._lock = threading.Lock()
        self._gates = (threading.Semaphore(0), threading.Semaphore(0))

    def wait(self):
        with self._lock:
            gate = self._gates[self._round % 2]
            number = self._arrived
            self._arrived += 1
            if self._arrived == self._parties:
                self._arrived = 0
                self._round += 1
                gate.release()
        gate.acquire()
        gate.release()
        return number
