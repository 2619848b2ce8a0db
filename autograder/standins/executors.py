"""Executor, which the others inherit from, and the names of the module ``concurrent.futures``."""

from __future__ import annotations

import sys
from collections import deque
from concurrent import futures as real
from itertools import islice

from ..machine import active, machine
from . import futures, gathering
from .clock import monotonic


class Executor:
    """Stands in for ``concurrent.futures.Executor``: a subclass defines ``submit``."""

    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        return results(self, fn, iterables, timeout)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def map_with_buffer(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None):
    """``Executor.map`` of Python 3.14: at most ``buffersize`` calls are submitted whose results were not yet asked for."""
    if buffersize is not None and not isinstance(buffersize, int):
        raise TypeError("buffersize must be an integer or None")
    if buffersize is not None and buffersize < 1:
        raise ValueError("buffersize must be None or > 0")
    return results(self, fn, iterables, timeout, buffersize)


if sys.version_info >= (3, 14):
    Executor.map = map_with_buffer


def results(executor, fn, iterables, timeout, buffersize=None):
    """What ``map`` returns: all calls are submitted at once, or ``buffersize`` of them; the results come in order."""
    end = None if timeout is None else timeout + monotonic()
    calls = zip(*iterables)
    waiting = deque(executor.submit(fn, *args) for args in (calls if buffersize is None else islice(calls, buffersize)))
    return _results(machine(), executor, fn, calls if buffersize is not None else iter(()), waiting, end)


def _results(m, executor, fn, calls, waiting, end):
    try:
        while waiting:
            for args in islice(calls, 1):
                waiting.append(executor.submit(fn, *args))
            yield _result_or_cancel(waiting.popleft(), None if end is None else end - monotonic())
    finally:
        if active() is m and not m.closing:     # else the iterator is only thrown away with all the rest
            for future in waiting:
                future.cancel()


def _result_or_cancel(future, timeout):
    try:
        return future.result(timeout)
    finally:
        future.cancel()


def errors():
    """The exceptions of ``concurrent.futures``; they are all that ``concurrent.futures._base`` gives."""
    return {n: getattr(real, n) for n in ("CancelledError", "TimeoutError", "InvalidStateError", "BrokenExecutor")}


def members():
    """The names of the stand-in for the module ``concurrent.futures``."""
    from .process_executor import ProcessPoolExecutor
    from .thread_executor import ThreadPoolExecutor
    return {**errors(), "FIRST_COMPLETED": real.FIRST_COMPLETED, "FIRST_EXCEPTION": real.FIRST_EXCEPTION,
            "ALL_COMPLETED": real.ALL_COMPLETED, "Future": futures.Future, "Executor": Executor, "wait": gathering.wait,
            "as_completed": gathering.as_completed, "ThreadPoolExecutor": ThreadPoolExecutor,
            "ProcessPoolExecutor": ProcessPoolExecutor}
