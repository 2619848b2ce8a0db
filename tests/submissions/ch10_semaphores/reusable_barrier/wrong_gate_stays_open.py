# fails: rounds: the turnstile of round 1 is never shut: in round 2 nobody waits for anybody
# kind: race|overlap|wrong_result
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self._parties = parties
        self._arrived = 0
        self._lock = threading.Lock()
        self._turnstile = threading.Semaphore(0)

    def wait(self):
        with self._lock:
            number = self._arrived % self._parties
            self._arrived += 1
            if self._arrived == self._parties:
                self._turnstile.release()
        self._turnstile.acquire()
        self._turnstile.release()
        return number
