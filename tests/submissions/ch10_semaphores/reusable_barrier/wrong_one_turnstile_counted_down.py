# fails: rounds: A passes the open turnstile, counts itself out, comes back and counts itself in before B left: it passes again
# kind: race|overlap|deadlock|wrong_result|hang
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self.parties = parties
        self.count = 0
        self.mutex = threading.Lock()
        self.turnstile = threading.Semaphore(0)

    def wait(self):
        with self.mutex:
            number = self.count
            self.count += 1
            if self.count == self.parties:
                self.turnstile.release()
        self.turnstile.acquire()
        self.turnstile.release()
        with self.mutex:
            self.count -= 1
            if self.count == 0:
                self.turnstile.acquire()
        return number
