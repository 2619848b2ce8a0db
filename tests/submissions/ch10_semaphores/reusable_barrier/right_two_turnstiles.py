# right: the two turnstiles of the Little Book of Semaphores
from threading import Lock, Semaphore


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be at least 1")
        self.parties = parties
        self.count = 0
        self.mutex = Lock()
        self.first = Semaphore(0)
        self.second = Semaphore(1)

    def wait(self):
        with self.mutex:
            number = self.count
            self.count += 1
            if self.count == self.parties:
                self.second.acquire()
                self.first.release()
        self.first.acquire()
        self.first.release()
        with self.mutex:
            self.count -= 1
            if self.count == 0:
                self.first.acquire()
                self.second.release()
        self.second.acquire()
        self.second.release()
        return number
