# fails: loads: none needed; it works otherwise
# kind: forbidden
import multiprocessing.dummy as md


class BoundedBuffer:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.inner = md.Queue(capacity)
        self.put = self.inner.put
        self.get = self.inner.get
