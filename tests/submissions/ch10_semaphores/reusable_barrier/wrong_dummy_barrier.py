# fails: loads: the Barrier comes from multiprocessing.dummy under another name
# kind: forbidden
from multiprocessing.dummy import Barrier as Meeting


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self.wait = Meeting(parties).wait
