# fails: rounds: the last opens all doors and is stopped; A is back and puts its door on the old list; the list is thrown away
# kind: deadlock|lost_wakeup|hang|race|wrong_result
from threading import Lock


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError
        self._parties = parties
        self._mutex = Lock()
        self._arrived = 0
        self._waiting = []

    def wait(self):
        with self._mutex:
            number = self._arrived
            self._arrived = (self._arrived + 1) % self._parties
            if number < self._parties - 1:
                door = Lock()
                door.acquire()
                self._waiting.append(door)
        if number < self._parties - 1:
            door.acquire()
        else:
            for door in self._waiting:
                door.release()
            self._waiting = []
        return number
