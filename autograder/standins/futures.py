"""Future: the result of a call, before it is there.  ``future_steps`` says what its methods do on the machine."""

from __future__ import annotations

import types
from concurrent.futures import CancelledError

from ..machine import machine
from .future_steps import (
    CANCELLED,
    CANCELLED_AND_NOTIFIED,
    DONE,
    FINISHED,
    RUNNING,
    AddCallback,
    Begin,
    Cancel,
    Cell,
    Finish,
    Get,
    LookAt,
    Notice,
    TryGet,
)
from .standin import stable_hash


class Future:
    """Stands in for ``concurrent.futures.Future``."""

    def __init__(self):
        self._cell = Cell()

    def cancel(self):
        m = self._probe()
        if self._cell.settled(m):
            return self._cell.state != FINISHED
        cancelled, now = m.perform(Cancel(self._cell))
        if now:
            self._call_back()
        return cancelled

    def cancelled(self):
        return self._look((CANCELLED, CANCELLED_AND_NOTIFIED), "cancelled", self._cell.done)

    def running(self):
        self._probe()
        return self._look((RUNNING,), "running", self._cell.key)

    def done(self):
        return self._look(DONE, "done", self._cell.done)

    def result(self, timeout=None):
        cell = self._settled(timeout)
        try:
            if cell.exception:
                raise cell.exception
            return cell.result
        finally:
            self = cell = None      # as in CPython: no cycle through the exception's traceback

    def exception(self, timeout=None):
        return self._settled(timeout).exception

    def add_done_callback(self, fn):
        if not machine().perform(AddCallback(self._cell, fn)):
            self._call(fn)

    def set_running_or_notify_cancel(self):
        m = machine()
        if m.perform(Begin(self._cell)):
            return True
        m.perform(Notice(self))
        return False

    def set_result(self, result):
        machine().perform(Finish(self, result, None))
        self._call_back()

    def set_exception(self, exception):
        machine().perform(Finish(self, None, exception))
        self._call_back()

    def _settled(self, timeout):
        """The cell, once it is done.  Raises CancelledError, TimeoutError."""
        m = machine()
        cell = self._cell
        if timeout is None:
            m.perform(Get(cell))
        elif not m.perform(TryGet(cell, timeout if timeout > 0 else None, m)):
            raise TimeoutError()
        if cell.state != FINISHED:
            raise CancelledError()
        return cell

    def _probe(self):
        m = machine()
        if self._cell.probed and not self._cell.settled(m):
            m.needs_probing()
        return m

    def _look(self, states, what, *keys):
        return machine().perform(LookAt(self._cell, keys, states, what))

    def _call_back(self):
        for callback in self._cell.callbacks:
            self._call(callback)

    def _call(self, callback):
        """As CPython: an Exception in a callback is logged and forgotten, anything worse goes on to whoever set the result."""
        try:
            callback(self)
        except Exception:
            pass

    @property
    def _state(self):
        cell = self._cell
        self._probe()
        return self._look(None, "", cell.key, cell.done, cell.over)

    def __repr__(self):
        """No operation, unlike the real one, which takes the lock: the recording of a run calls it too."""
        cell = self._cell
        word = cell.state.partition("_")[0].lower()
        if cell.state == FINISHED:
            word += f" raised {type(cell.exception).__name__}" if cell.exception else f" returned {type(cell.result).__name__}"
        return f"<{type(self).__name__} at {0x7f0000000000 + 64 * cell.key[1]:#x} state={word}>"

    __hash__ = stable_hash
    __class_getitem__ = classmethod(types.GenericAlias)
