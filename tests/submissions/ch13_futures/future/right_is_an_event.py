# right: the future is an Event; a chain of suppressed calls for the callbacks, an RLock around the change of state
import threading
from concurrent.futures import CancelledError, InvalidStateError, TimeoutError
from contextlib import suppress


class Future(threading.Event):
    def __init__(self):
        super().__init__()
        self._guard = threading.RLock()
        self._fns = []
        self._cancelled = False
        self._result = self._failure = None

    def _complete(self, **attributes):
        with self._guard:
            if self.is_set():
                raise InvalidStateError
            vars(self).update(attributes)
            self.set()
            fns, self._fns = self._fns, None
        for fn in fns:
            with suppress(Exception):
                fn(self)

    def set_result(self, value):
        self._complete(_result=value)

    def set_exception(self, error):
        self._complete(_failure=error)

    def cancel(self):
        with suppress(InvalidStateError):
            self._complete(_cancelled=True)
            return True
        return False

    def cancelled(self):
        return self.is_set() and self._cancelled

    def done(self):
        return self.is_set()

    def exception(self, timeout=None):
        if not self.wait(timeout):
            raise TimeoutError
        if self._cancelled:
            raise CancelledError
        return self._failure

    def result(self, timeout=None):
        failure = self.exception(timeout)
        if failure is not None:
            raise failure
        return self._result

    def add_done_callback(self, fn):
        with self._guard:
            waiting = self._fns is not None
            if waiting:
                self._fns.append(fn)
        if not waiting:
            with suppress(Exception):
                fn(self)
