# fails: loads: none needed: the import; it works otherwise
# kind: forbidden
from queue import Queue as Shelf


class BoundedBuffer(Shelf):
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        super().__init__(capacity)
