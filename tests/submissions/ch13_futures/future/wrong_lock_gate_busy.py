# fails: waiting: A holds the gate for a moment on its way out; result(timeout=0) of B in a finished future raises TimeoutError
# kind: race|exception|wrong_result
import threading
from concurrent.futures import CancelledError, InvalidStateError


class Future:
    def __init__(self):
        self._mutex = threading.Lock()
        self._gate = threading.Lock()
        self._gate.acquire()
        self._outcome = None
        self._callbacks = []

    def _finish(self, *outcome):
        with self._mutex:
            if self._outcome is not None:
                return False
            self._outcome = outcome
            callbacks, self._callbacks = self._callbacks, []
            self._gate.release()
        for fn in callbacks:
            self._call(fn)
        return True

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            pass

    def set_result(self, value):
        if not self._finish("value", value):
            raise InvalidStateError

    def set_exception(self, error):
        if not self._finish("error", error):
            raise InvalidStateError

    def cancel(self):
        return self._finish("cancelled", None)

    def cancelled(self):
        outcome = self._outcome
        return outcome is not None and outcome[0] == "cancelled"

    def done(self):
        return self._outcome is not None

    def _get(self, timeout):
        if not self._gate.acquire(timeout=-1 if timeout is None else timeout):
            raise TimeoutError
        self._gate.release()
        if self.cancelled():
            raise CancelledError
        return self._outcome

    def result(self, timeout=None):
        kind, thing = self._get(timeout)
        if kind == "error":
            raise thing
        return thing

    def exception(self, timeout=None):
        kind, thing = self._get(timeout)
        return thing if kind == "error" else None

    def add_done_callback(self, fn):
        with self._mutex:
            if self._outcome is None:
                self._callbacks.append(fn)
                return
        self._call(fn)
