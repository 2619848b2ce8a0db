# fails: callbacks: A appends its callback while the setter walks the list; A sees the end and runs it again
# kind: wrong_result
from concurrent.futures import CancelledError, InvalidStateError, TimeoutError
import threading


class Future:
    def __init__(self):
        self._cond = threading.Condition()
        self._state = "pending"
        self._value = None
        self._error = None
        self._callbacks = []

    def _finish(self, state, value=None, error=None):
        with self._cond:
            if self._state != "pending":
                raise InvalidStateError(self._state)
            self._value = value
            self._error = error
            self._state = state
            self._cond.notify_all()
        for fn in self._callbacks:
            self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception:
            pass

    def set_result(self, value):
        self._finish("result", value=value)

    def set_exception(self, error):
        self._finish("error", error=error)

    def _wait(self, timeout):
        with self._cond:
            if not self._cond.wait_for(lambda: self._state != "pending", timeout):
                raise TimeoutError()
            if self._state == "cancelled":
                raise CancelledError()

    def result(self, timeout=None):
        self._wait(timeout)
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._error

    def done(self):
        with self._cond:
            return self._state != "pending"

    def cancel(self):
        try:
            self._finish("cancelled")
        except InvalidStateError:
            return False
        return True

    def cancelled(self):
        with self._cond:
            return self._state == "cancelled"

    def add_done_callback(self, fn):
        with self._cond:
            self._callbacks.append(fn)
            if self._state == "pending":
                return
        self._call(fn)
