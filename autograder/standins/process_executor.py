"""ProcessPoolExecutor: calls go to worker processes and their results come back, both as pickles.

The real one has a manager thread in the parent and two queues.  Played here in as few steps as show the same to a program:

- Workers take calls from the desk themselves.  CPython's manager fetches up to ``max_workers + 1`` calls before their turn, which
  count as running from then on; here a worker that takes a call does that too, but only if the program asks ``cancel`` or
  ``running``.
- Calls are pickled in ``submit``, not a little later by a thread of the queue: a change of an argument after that is never seen.
- The manager is a thread here too: it sets the results one by one, in the order in which they were sent, runs the callbacks, and
  finds out when a worker has died.
- Each ``submit`` starts a worker until there are ``max_workers`` (see thread_executor for why).
"""

from __future__ import annotations

from concurrent.futures import InvalidStateError
from concurrent.futures.process import BrokenProcessPool, _RemoteTraceback
from functools import partial
from itertools import islice
from traceback import format_exception

from greenlet import GreenletExit

from ..machine import machine
from . import pickling
from .executor_desk import Submit, new_call, register
from .executors import Executor
from .multiprocessing import get_context
from .operating_system import CPUS
from .process_desk import (
    CLEAR,
    LOST,
    BreakOff,
    ClearCalls,
    Dismiss,
    Drop,
    Presence,
    ProcessDesk,
    Receive,
    Retire,
    Send,
    Shut,
    TakeWork,
    Work,
)
from .threads import Thread

BROKEN = "A process in the process pool was terminated abruptly while the future was running or pending."


class ProcessPoolExecutor(Executor):
    """Stands in for ``concurrent.futures.ProcessPoolExecutor``."""

    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is not None and max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if mp_context is None:
            mp_context = get_context("spawn" if max_tasks_per_child is not None else None)
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if max_tasks_per_child is not None:
            if not isinstance(max_tasks_per_child, int):
                raise TypeError("max_tasks_per_child must be an integer")
            if max_tasks_per_child <= 0:
                raise ValueError("max_tasks_per_child must be >= 1")
            if mp_context.get_start_method(allow_none=False) == "fork":
                raise ValueError("max_tasks_per_child is incompatible with the 'fork' multiprocessing start method;"
                                 " supply a different mp_context.")
        self._max_workers = max_workers or CPUS
        self._mp_context = mp_context
        self._desk = ProcessDesk(self._max_workers)
        self._hiring = (self._desk, initializer, initargs, max_tasks_per_child)
        self._processes = {}            # by number, as the real one's, which programs look into
        register(self)

    def submit(self, fn, /, *args, **kwargs):
        m = machine()
        future = new_call(m, fn)
        future._cell.probed = True
        work = Work(future)
        try:
            work.data = pickling.dumps((fn, args, kwargs))
        except GreenletExit:
            raise
        except BaseException as error:
            error.__cause__ = _RemoteTraceback(f'\n"""\n{"".join(format_exception(error))}"""')
            work.error = error
        if m.perform(Submit(self._desk, work)):
            self._hire()
        if not self._desk.workers:
            self._desk.workers.append(Thread(name="executor manager", target=self._manage))
            self._desk.workers[0].start()
        if work.error is not None:
            future.set_running_or_notify_cancel()
            m.perform(Send(self._desk, work, None))
        return future

    def map(self, fn, *iterables, timeout=None, chunksize=1, **buffer):
        if chunksize < 1:
            raise ValueError("chunksize must be >= 1.")
        chunk = partial(process_chunk, fn)
        chunk.__name__ = getattr(fn, "__name__", "")
        return chained(super().map(chunk, chunks(zip(*iterables), chunksize), timeout=timeout, **buffer))

    def shutdown(self, wait=True, *, cancel_futures=False):
        machine().perform(Shut(self._desk, cancel_futures))
        if wait:
            for manager in self._desk.workers:
                manager.join()

    def _hire(self):
        """Start another worker process."""
        process = self._mp_context.Process(target=work_in_process, args=self._hiring)
        process.start()
        process._popen.handles[self._desk.key] = Presence(self._desk)
        self._processes[process.pid] = process

    # -- the manager's thread --------------------------------------------------------------------------------------

    def _manage(self):
        m = machine()
        while news := m.perform(Receive(self._desk)):
            if news is LOST:
                return self._break(None)
            if news is CLEAR:
                for work in m.perform(ClearCalls(self._desk)):
                    work.future.cancel()
                continue
            work, data, last = news
            try:
                right, value = pickling.loads(data) if work.error is None else (False, work.error)
            except GreenletExit:
                raise
            except BaseException as error:
                return self._break(error)
            self._desk.over(work, m)
            if right:
                work.future.set_result(value)
            else:
                work.future.set_exception(value)
            work = value = None
            if last is not None:
                self._replace(last)
        m.perform(Dismiss(self._desk))
        for process in self._processes.values():
            process.join()

    def _replace(self, space):
        """A worker has done as many calls as it may, and ends: start another one."""
        process = self._processes.pop(space.pid)
        process.join()
        if machine().perform(Retire(self._desk)):
            self._hire()

    def _break(self, error):
        """A worker is gone, or what it sent cannot be read: all that is left fails, and the other workers are ended."""
        broken = BrokenProcessPool(BROKEN)
        if error is not None:
            broken.__cause__ = _RemoteTraceback(f"\n'''\n{''.join(format_exception(error))}'''")
        for work in machine().perform(BreakOff(self._desk)):
            try:
                work.future.set_exception(broken)
            except InvalidStateError:
                pass                    # cancelled
        for process in self._processes.values():
            process.terminate()
        for process in self._processes.values():
            process.join()

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_thread.lock' object")


# -- in the worker processes -------------------------------------------------------------------------------------------

def work_in_process(desk, initializer, initargs, max_tasks):
    """The life of a worker process."""
    m = machine()
    if initializer is not None:
        try:
            initializer(*initargs)
        except GreenletExit:
            raise
        except BaseException:
            return                      # logged; the manager finds the process gone
    done = 0
    while work := m.perform(TakeWork(desk, m.probing)):
        if work.dropped:
            m.perform(Drop(desk, work))
            continue
        fn, args, kwargs = pickling.loads(work.data)    # an exception here ends the process, as for real
        done += 1
        last = done == max_tasks
        m.perform(Send(desk, work, answer(fn, args, kwargs), m.current.space if last else None))
        if last:
            return


def answer(fn, args, kwargs):
    """Pickled: (True, the result of the call) or (False, its exception)."""
    try:
        return pickling.dumps((True, fn(*args, **kwargs)))
    except GreenletExit:
        raise
    except BaseException as error:
        try:
            return pickling.dumps((False, ExceptionWithTraceback(error)))
        except Exception as another:
            return pickling.dumps((False, ExceptionWithTraceback(another)))


class ExceptionWithTraceback:
    """An exception on its way to the parent: there it gets its traceback as its cause, in words."""

    def __init__(self, error):
        self.text = f'\n"""\n{"".join(format_exception(error))}"""'
        self.error = error
        error.__traceback__ = None

    def __reduce__(self):
        return rebuilt, (self.error, self.text)


def rebuilt(error, text):
    error.__cause__ = _RemoteTraceback(text)
    return error


def process_chunk(fn, chunk):
    """The calls of one chunk of ``map``."""
    return [fn(*args) for args in chunk]


def chunks(calls, size):
    while chunk := tuple(islice(calls, size)):
        yield chunk


def chained(lists):
    for results in lists:
        yield from results


def members():
    """The names of the stand-in for the module ``concurrent.futures.process``."""
    return {"ProcessPoolExecutor": ProcessPoolExecutor, "BrokenProcessPool": BrokenProcessPool}
