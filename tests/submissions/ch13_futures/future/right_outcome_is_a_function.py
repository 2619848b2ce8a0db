# right: the outcome is a function that returns or raises; waiters use a deadline loop
import threading
import time
from concurrent import futures


class Future:
    def __init__(self):
        self.cond = threading.Condition()
        self.outcome = None
        self.callbacks = []

    def _finish(self, outcome):
        self.cond.acquire()
        try:
            if self.outcome is not None:
                raise futures.InvalidStateError("set twice")
            self.outcome = outcome
            self.cond.notify_all()
        finally:
            self.cond.release()
        for callback in self.callbacks:
            self._safely(callback)

    def _safely(self, callback):
        try:
            callback(self)
        except Exception:
            pass

    def set_result(self, value):
        self._finish(lambda: value)

    def set_exception(self, error):
        def fail():
            raise error
        self._finish(fail)

    def cancel(self):
        try:
            self._finish(self._raise_cancelled)
        except futures.InvalidStateError:
            return False
        return True

    @staticmethod
    def _raise_cancelled():
        raise futures.CancelledError

    def cancelled(self):
        return self.outcome is self._raise_cancelled

    def done(self):
        return self.outcome is not None

    def _await(self, timeout):
        deadline = None if timeout is None else time.monotonic() + timeout
        with self.cond:
            while self.outcome is None:
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    raise futures.TimeoutError
                self.cond.wait(left)
        return self.outcome

    def result(self, timeout=None):
        return self._await(timeout)()

    def exception(self, timeout=None):
        outcome = self._await(timeout)
        if outcome is self._raise_cancelled:
            outcome()
        try:
            outcome()
        except BaseException as error:
            return error
        return None

    def add_done_callback(self, fn):
        with self.cond:
            if self.outcome is None:
                self.callbacks.append(fn)
                return
        self._safely(fn)
