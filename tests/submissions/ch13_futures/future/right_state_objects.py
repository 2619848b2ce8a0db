# right: the state pattern: the future delegates to an object of its state, which is replaced once
import threading
from concurrent.futures import CancelledError, InvalidStateError


class _Pending:
    over = cancelled = False

    def __init__(self):
        self.callbacks = []


class _Result:
    over, cancelled = True, False

    def __init__(self, value):
        self.value = value

    def result(self):
        return self.value

    def exception(self):
        return None


class _Failure(_Result):
    def result(self):
        raise self.value

    def exception(self):
        return self.value


class _Cancelled:
    over = cancelled = True

    def result(self):
        raise CancelledError()

    exception = result


class Future:
    def __init__(self):
        self._state = _Pending()
        self._changed = threading.Condition()

    def _become(self, state):
        with self._changed:
            before = self._state
            if before.over:
                raise InvalidStateError(type(before).__name__)
            self._state = state
            self._changed.notify_all()
        for fn in before.callbacks:
            self._notify(fn)

    def _notify(self, fn):
        try:
            fn(self)
        except Exception as error:
            self.last_callback_error = error

    def set_result(self, value):
        self._become(_Result(value))

    def set_exception(self, error):
        self._become(_Failure(error))

    def cancel(self):
        try:
            self._become(_Cancelled())
            return True
        except InvalidStateError:
            return self._state.cancelled

    def cancelled(self):
        return self._state.cancelled

    def done(self):
        return self._state.over

    def _end_state(self, timeout):
        with self._changed:
            if self._changed.wait_for(lambda: self._state.over, timeout):
                return self._state
        raise TimeoutError("not done yet")

    def result(self, timeout=None):
        return self._end_state(timeout).result()

    def exception(self, timeout=None):
        return self._end_state(timeout).exception()

    def add_done_callback(self, fn):
        with self._changed:
            if not self._state.over:
                return self._state.callbacks.append(fn)
        self._notify(fn)
