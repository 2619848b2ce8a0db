# fails: one_round: the waiters look again and again whether the round has moved on
# kind: livelock
import threading
import time


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self._parties = parties
        self._arrived = 0
        self._round = 0
        self._lock = threading.Lock()

    def wait(self):
        with self._lock:
            mine = self._round
            number = self._arrived
            self._arrived += 1
            if self._arrived == self._parties:
                self._arrived = 0
                self._round += 1
        while self._round == mine:
            time.sleep(0.001)
        return number
