# right: count reads the event first: it is 0 exactly from the moment the event is set
import threading


class CountDownLatch:
    def __init__(self, count: int) -> None:
        if count < 0:
            raise ValueError("negative count")
        self._open = threading.Event()
        self._rest = count
        self._mutex = threading.Lock()
        if count == 0:
            self._open.set()

    @property
    def count(self) -> int:
        return 0 if self._open.is_set() else self._rest

    def count_down(self) -> None:
        with self._mutex:
            if self._rest > 1:
                self._rest -= 1
            else:
                self._open.set()

    def wait(self, timeout=None) -> bool:
        self._open.wait(timeout)
        return self._open.is_set()
