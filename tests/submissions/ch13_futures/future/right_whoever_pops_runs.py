# right: every callback goes onto a deque; setter and late adders empty it, whoever pops one runs it
import threading
from collections import deque
from concurrent.futures import CancelledError, InvalidStateError


class Future:
    def __init__(self):
        self._mutex = threading.Lock()
        self._over = threading.Event()
        self._outcome = ()
        self._todo = deque()

    def _settle(self, *outcome):
        with self._mutex:
            if self._over.is_set():
                return False
            self._outcome = outcome
            self._over.set()
        self._empty()
        return True

    def _empty(self):
        while True:
            try:
                fn = self._todo.popleft()
            except IndexError:
                return
            try:
                fn(self)
            except Exception:
                continue

    def add_done_callback(self, fn):
        self._todo.append(fn)
        if self._over.is_set():
            self._empty()

    def set_result(self, value):
        if not self._settle("value", value):
            raise InvalidStateError(f"{self!r} is over")

    def set_exception(self, error):
        if not self._settle("error", error):
            raise InvalidStateError(f"{self!r} is over")

    def cancel(self):
        return self._settle("cancelled")

    def done(self):
        return self._over.is_set()

    def cancelled(self):
        return self._over.is_set() and self._outcome == ("cancelled",)

    def _get(self, timeout):
        if not self._over.wait(timeout):
            raise TimeoutError(timeout)
        if self._outcome[0] == "cancelled":
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
