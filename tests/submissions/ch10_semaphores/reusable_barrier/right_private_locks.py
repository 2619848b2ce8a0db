# right: locks only: each waiter stands before a lock of its own, the last one takes the list away and opens them all
from threading import Lock


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError
        self._parties = parties
        self._mutex = Lock()
        self._waiting = []

    def wait(self):
        with self._mutex:
            number = len(self._waiting)
            if number == self._parties - 1:
                waiting, self._waiting = self._waiting, []
                for door in waiting:
                    door.release()
                return number
            door = Lock()
            door.acquire()
            self._waiting.append(door)
        door.acquire()
        return number
