# fails: loads: threading.Barrier does it all
# kind: forbidden
import threading


class ReusableBarrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError(parties)
        self._barrier = threading.Barrier(parties)

    def wait(self):
        return self._barrier.wait()
