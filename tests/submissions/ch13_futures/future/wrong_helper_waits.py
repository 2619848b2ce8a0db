# fails: basics: exception() lets a thread wait, and never joins it when its own timeout is over
# kind: leak|exception
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
            callbacks, self._callbacks = self._callbacks, []
            self._cond.notify_all()
        for fn in callbacks:
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
        t = threading.Thread(target=self._wait, args=(None,), daemon=True)
        t.start()
        t.join(timeout)
        self._wait(0)
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
            if self._state == "pending":
                self._callbacks.append(fn)
                return
        self._call(fn)
