# fails: one_round: no mutex: A appends, B appends, both find the list full and both open the doors: a lock is released twice
# kind: exception|race|wrong_result|deadlock|lost_wakeup
from threading import Lock


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError
        self._parties = parties
        self._doors = []

    def wait(self):
        door = Lock()
        door.acquire()
        doors = self._doors
        doors.append(door)
        number = doors.index(door)
        if len(doors) == self._parties:
            self._doors = []
            for each in doors:
                each.release()
        door.acquire()
        return number
