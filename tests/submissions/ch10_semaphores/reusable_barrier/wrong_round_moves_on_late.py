# fails: rounds: B, the last, opens the gate of round 1 and is stopped; A is out and back and still sees round 1 and a full count
# kind: race|overlap|deadlock|wrong_result|hang
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
        if number == self._parties - 1:
            for _ in range(self._parties - 1):
                gate.release()
            with self._lock:
                self._arrived = 0
                self._round += 1
        else:
            gate.acquire()
        return number
