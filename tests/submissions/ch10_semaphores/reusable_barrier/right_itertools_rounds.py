# right: tickets; a dict of gates for each round
import itertools, threading
from collections import defaultdict
class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1: raise ValueError("parties")
        self.parties = parties
        self.tickets = itertools.count()
        self.lock = threading.Lock()
        self.rounds = {}
    def wait(self):
        number, place = divmod(next(self.tickets), self.parties)
        with self.lock: gate = self.rounds.setdefault(number, [threading.Semaphore(0), 0])
        with self.lock:
            gate[1] += 1
            if gate[1] == self.parties:
                gate[0].release(self.parties)
                del self.rounds[number]
        gate[0].acquire()
        return place
