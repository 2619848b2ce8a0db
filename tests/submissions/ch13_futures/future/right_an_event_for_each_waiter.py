# right: every call that waits has an event of its own; RLock; match; a dataclass
from concurrent.futures import CancelledError, InvalidStateError, TimeoutError
import threading

from dataclasses import dataclass, field

@dataclass(eq=False)
class Future:
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _result: tuple = ()
    _wakers: list = field(default_factory=list)
    _fns: list = field(default_factory=list)

    def _set(self, *result):
        with self._lock:
            if self._result:
                raise InvalidStateError(f"{self!r} is set already")
            self._result = result
            wakers, self._wakers = self._wakers, []
            fns, self._fns = self._fns, []
        for waker in wakers:
            waker.set()
        for fn in fns:
            self._safely(fn)

    def _safely(self, fn):
        try:
            fn(self)
        except Exception as error:
            print("callback raised", repr(error))

    def __repr__(self): return f"<Future {self._result[:1]}>"
    def set_result(self, value): self._set("ok", value)
    def set_exception(self, error): self._set("bad", error)
    def done(self): return bool(self._result)
    def cancelled(self): return self._result[:1] == ("cancelled",)

    def cancel(self):
        try:
            self._set("cancelled")
        except InvalidStateError:
            return False
        else:
            return True

    def _outcome(self, timeout):
        with self._lock:
            if not self._result:
                waker = threading.Event()
                self._wakers.append(waker)
            else:
                waker = None
        if waker and not waker.wait(timeout):
            with self._lock:
                if not self._result:
                    self._wakers.remove(waker)
                    raise TimeoutError
        match self._result:
            case ("cancelled",):
                raise CancelledError
            case result:
                return result

    def result(self, timeout=None):
        match self._outcome(timeout):
            case "bad", error:
                raise error
            case "ok", value:
                return value

    def exception(self, timeout=None):
        kind, thing = self._outcome(timeout)
        return thing if kind == "bad" else None

    def add_done_callback(self, fn):
        with self._lock:
            late = bool(self._result)
            if not late:
                self._fns.append(fn)
        if late:
            self._safely(fn)
