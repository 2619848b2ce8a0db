# fails: loads: a fresh Event for each round, fetched with __import__
# kind: forbidden
from threading import Lock


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self.parties = parties
        self.mutex = Lock()
        self.new = __import__("threading").Event
        self.opened = self.new()
        self.count = 0

    def wait(self):
        with self.mutex:
            opened, number = self.opened, self.count
            self.count += 1
            if self.count == self.parties:
                self.count = 0
                self.opened = self.new()
                opened.set()
        opened.wait()
        return number
