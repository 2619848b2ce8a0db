# fails: loads: built on a Condition
# kind: forbidden
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self.parties = parties
        self.changed = threading.Condition()
        self.count = 0
        self.round = 0

    def wait(self):
        with self.changed:
            number, mine = self.count, self.round
            self.count += 1
            if self.count == self.parties:
                self.count = 0
                self.round += 1
                self.changed.notify_all()
            else:
                self.changed.wait_for(lambda: self.round != mine)
            return number
