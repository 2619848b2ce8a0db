# fails: loads: none needed; it works otherwise
# kind: forbidden
import threading

_Base = threading.BoundedSemaphore


class CountingSemaphore(_Base):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = float("inf")
