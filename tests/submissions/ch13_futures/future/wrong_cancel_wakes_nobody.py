# fails: waiting: a thread waits in result(), cancel does not wake it
# kind: deadlock|lost_wakeup|hang
import threading
from concurrent.futures import CancelledError, InvalidStateError


class Future:
    def __init__(self):
        self._changed = threading.Condition(threading.Lock())
        self._state = "pending"
        self._value = None
        self._error = None
        self._callbacks = []

    def _finish(self, state, value=None, error=None):
        with self._changed:
            if self._state != "pending":
                return False
            self._state, self._value, self._error = state, value, error
            callbacks, self._callbacks = self._callbacks, []
            if state != "cancelled":
                self._changed.notify_all()
        for callback in callbacks:
            self._call(callback)
        return True

    def _call(self, callback):
        try:
            callback(self)
        except Exception:
            pass

    def set_result(self, value):
        if not self._finish("finished", value=value):
            raise InvalidStateError(self._state)

    def set_exception(self, error):
        if not self._finish("finished", error=error):
            raise InvalidStateError(self._state)

    def cancel(self):
        return self._finish("cancelled")

    def cancelled(self):
        return self._state == "cancelled"

    def done(self):
        return self._state != "pending"

    def _wait(self, timeout):
        with self._changed:
            if not self._changed.wait_for(self.done, timeout):
                raise TimeoutError
            if self._state == "cancelled":
                raise CancelledError

    def result(self, timeout=None):
        self._wait(timeout)
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._error

    def add_done_callback(self, fn):
        with self._changed:
            if self._state == "pending":
                self._callbacks.append(fn)
                return
        self._call(fn)
