# expect: 0 points and a friendly first message: nothing written yet
class CountingSemaphore:
    """A counting semaphore made of a Lock and a Condition."""

    def __init__(self, value=1):
        raise NotImplementedError

    def acquire(self, blocking=True, timeout=None):
        raise NotImplementedError

    def release(self, n=1):
        raise NotImplementedError
