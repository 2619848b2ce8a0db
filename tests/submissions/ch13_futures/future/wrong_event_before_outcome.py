# fails: waiting: the event is set before the outcome is written: a waiter unpacks None
# kind: exception|race
from concurrent.futures import CancelledError, InvalidStateError, TimeoutError
import threading

import logging
_log = logging.getLogger(__name__)

class Future:
    def __init__(self):
        self._lock = threading.Lock()
        self._event = threading.Event()
        self._outcome = None        # (kind, thing)
        self._cbs = []

    def _settle(self, kind, thing):
        with self._lock:
            if self._event.is_set():
                return False
            self._event.set()
            self._outcome = (kind, thing)
            cbs = list(self._cbs)
            self._cbs.clear()
        self._event.set()
        for cb in cbs:
            self._run(cb)
        return True

    def _run(self, cb):
        try:
            cb(self)
        except Exception:
            _log.exception("callback failed")

    def set_result(self, value):
        if not self._settle("value", value):
            raise InvalidStateError("already set")

    def set_exception(self, error):
        if not self._settle("error", error):
            raise InvalidStateError("already set")

    def cancel(self):
        return self._settle("cancel", None) or self.cancelled()

    def cancelled(self):
        return self._outcome is not None and self._outcome[0] == "cancel"

    def done(self):
        return self._outcome is not None

    def _get(self, timeout):
        if not self._event.wait(timeout):
            raise TimeoutError
        kind, thing = self._outcome
        if kind == "cancel":
            raise CancelledError
        return kind, thing

    def result(self, timeout=None):
        kind, thing = self._get(timeout)
        if kind == "error":
            raise thing
        return thing

    def exception(self, timeout=None):
        kind, thing = self._get(timeout)
        return thing if kind == "error" else None

    def add_done_callback(self, fn):
        with self._lock:
            if self._outcome is None:
                self._cbs.append(fn)
                return
        self._run(fn)
