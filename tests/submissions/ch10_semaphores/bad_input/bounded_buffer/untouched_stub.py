# expect: 0 points and a friendly first message: nothing written yet
class BoundedBuffer:
    """A first in, first out buffer of at most `capacity` items."""

    def __init__(self, capacity):
        raise NotImplementedError

    def put(self, item):
        raise NotImplementedError

    def get(self):
        raise NotImplementedError
