# right: the runner opens a private lock for each of those who wait; after a failure it hands the running on to the first one
import threading
from collections import deque


class _Once:
    def __init__(self, function):
        self._function = function
        self._mutex = threading.Lock()
        self._busy = False
        self._results = ()
        self._gates = deque()

    def __call__(self):
        with self._mutex:
            if self._results:
                return self._results[0]
            if self._busy:
                gate = threading.Lock()
                gate.acquire()
                self._gates.append(gate)
            else:
                gate = None
                self._busy = True
        if gate is not None:
            gate.acquire()
            if self._results:
                return self._results[0]
        return self._run()

    def _run(self):
        try:
            value = self._function()
        except BaseException:
            with self._mutex:
                if self._gates:
                    self._gates.popleft().release()
                else:
                    self._busy = False
            raise
        with self._mutex:
            self._results = (value,)
            for gate in self._gates:
                gate.release()
            self._gates.clear()
        return value


def once(function):
    return _Once(function)
