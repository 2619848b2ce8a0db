# right: locks only: each waiter stands before a lock of its own, the end opens all of them
import threading
from concurrent.futures import CancelledError, InvalidStateError
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Callable, Optional


class State(Enum):
    PENDING = 0
    FINISHED = 1
    CANCELLED = 2


@dataclass(eq=False)
class Future:
    _state: State = State.PENDING
    _value: Any = None
    _error: Optional[BaseException] = None
    _doors: list = field(default_factory=list)
    _callbacks: list = field(default_factory=list)
    _mutex: Any = field(default_factory=threading.Lock)

    def _end(self, state: State, value: Any, error: Optional[BaseException]) -> bool:
        with self._mutex:
            if self._state is not State.PENDING:
                return False
            self._value = value
            self._error = error
            self._state = state
            for door in self._doors:
                door.release()
            self._doors.clear()
        for fn in self._callbacks:
            self._run(fn)
        return True

    def _run(self, fn: Callable) -> None:
        try:
            fn(self)
        except Exception:
            pass

    def set_result(self, value: Any) -> None:
        if not self._end(State.FINISHED, value, None):
            raise InvalidStateError()

    def set_exception(self, error: BaseException) -> None:
        if not self._end(State.FINISHED, None, error):
            raise InvalidStateError()

    def cancel(self) -> bool:
        return self._end(State.CANCELLED, None, None)

    def cancelled(self) -> bool:
        return self._state is State.CANCELLED

    def done(self) -> bool:
        return self._state is not State.PENDING

    def _wait(self, timeout: Optional[float]) -> None:
        door = threading.Lock()
        door.acquire()
        with self._mutex:
            if self._state is State.PENDING:
                self._doors.append(door)
            else:
                door.release()
        if not door.acquire(timeout=-1 if timeout is None else timeout):
            with self._mutex:
                if self._state is State.PENDING:
                    self._doors.remove(door)
                    raise TimeoutError()
        if self._state is State.CANCELLED:
            raise CancelledError()

    def result(self, timeout: Optional[float] = None) -> Any:
        self._wait(timeout)
        if self._error is not None:
            raise self._error
        return self._value

    def exception(self, timeout: Optional[float] = None) -> Optional[BaseException]:
        self._wait(timeout)
        return self._error

    def add_done_callback(self, fn: Callable) -> None:
        with self._mutex:
            pending = self._state is State.PENDING
            if pending:
                self._callbacks.append(fn)
        if not pending:
            self._run(fn)
