# fails: forbidden: "no Semaphore" (a subclass of BoundedSemaphore, its bound lifted)
# kind: forbidden
# schedule: none needed; it works otherwise
# subtle: no
import threading

_Base = threading.BoundedSemaphore


class CountingSemaphore(_Base):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = float("inf")
