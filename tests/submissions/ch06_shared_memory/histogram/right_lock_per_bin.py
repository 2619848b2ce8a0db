# right: no lock for the Array, one for each bin
from multiprocessing import Array, Lock, Process


class Teller(Process):
    def __init__(self, share, tally, locks):
        Process.__init__(self)
        self.share, self.tally, self.locks = share, tally, locks

    def run(self):
        for value in self.share:
            lock = self.locks[value]
            lock.acquire()
            try:
                self.tally[value] = self.tally[value] + 1
            finally:
                lock.release()


def histogram(values, bins, processes=2):
    values = list(values)
    if values and (min(values) < 0 or max(values) >= bins):
        raise ValueError("out of range")
    tally = Array("i", bins, lock=False)
    locks = [Lock() for _ in range(bins)]
    tellers = [Teller(values[i::processes], tally, locks) for i in range(processes)]
    for teller in tellers:
        teller.start()
    for teller in tellers:
        teller.join()
    return [number for number in tally]
