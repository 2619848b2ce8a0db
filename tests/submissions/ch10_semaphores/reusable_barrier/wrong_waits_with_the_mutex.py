# fails: one_round: A waits at the gate inside the mutex, B cannot even count itself
# kind: deadlock|hang
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
                for _ in range(self._parties):
                    gate.release()
            gate.acquire()
            return number
