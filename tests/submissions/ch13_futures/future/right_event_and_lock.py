# right: an event and a lock; the outcome is written before the event is set, inside the lock
import logging
from concurrent.futures import CancelledError, InvalidStateError, TimeoutError
from threading import Event, Lock


class Future:
    def __init__(self):
        self._lock = Lock()
        self._ended = Event()
        self._value = self._error = None
        self._was_cancelled = False
        self._callbacks = []

    def _end(self, value=None, error=None, cancelled=False):
        with self._lock:
            if self._ended.is_set():
                return False
            self._value, self._error, self._was_cancelled = value, error, cancelled
            self._ended.set()
        while self._callbacks:
            self._run(self._callbacks.pop(0))
        return True

    def _run(self, fn):
        try:
            fn(self)
        except Exception:
            logging.getLogger(__name__).debug("callback failed", exc_info=True)

    def set_result(self, value):
        if not self._end(value=value):
            raise InvalidStateError("already done")

    def set_exception(self, error):
        if not self._end(error=error):
            raise InvalidStateError("already done")

    def cancel(self):
        return self._end(cancelled=True) or self.cancelled()

    def cancelled(self):
        return self._ended.is_set() and self._was_cancelled

    def done(self):
        return self._ended.is_set()

    def exception(self, timeout=None):
        if not self._ended.wait(timeout):
            raise TimeoutError()
        if self._was_cancelled:
            raise CancelledError()
        return self._error

    def result(self, timeout=None):
        error = self.exception(timeout)
        if error is None:
            return self._value
        raise error

    def add_done_callback(self, fn):
        with self._lock:
            ended = self._ended.is_set()
            if not ended:
                self._callbacks.append(fn)
        if ended:
            self._run(fn)
