"""Pool and ThreadPool of ``multiprocessing.pool``.

The real ones have three helper threads and two queues between the caller and the workers.  Played here in as few steps as show
the same to a program; ``pool_handlers`` says when helper threads are played too.  What is not played:

- Calls are pickled when they are submitted, not a little later by the task handler: a change of an argument, or of the list that
  was given to ``map``, after that is never seen.
- A worker process that is killed while it waits for a task may hold the lock of the queue of tasks, as for real; that one may be
  killed while it sends a result is not played.
- A pool is not terminated when it is thrown away, only when its process ends.
"""

from __future__ import annotations

import multiprocessing as real
from collections import deque
from itertools import islice, starmap

from ..machine import machine
from . import endings
from .operating_system import CPUS
from .pool_async import ApplyResult, IMapIterator, IMapUnorderedIterator, MapResult
from .pool_desk import RUN, PoolDesk, PoolTask
from .pool_handlers import guarded, handle_results, handle_tasks, handle_workers
from .pool_results import ImapJob, Job, MapJob, UnorderedJob
from .pool_steps import AllOver, Close, ReadState, Stop, Submit, Terminate
from .pool_worker import worker
from .threads import Join, Thread

# Iterating over these runs no code of the program's.
PLAIN = {list, tuple, range, str, bytes, bytearray, dict, set, frozenset, deque,
         type({}.keys()), type({}.values()), type({}.items())}


def mapstar(args):
    return list(map(*args))


def starmapstar(args):
    return list(starmap(args[0], args[1]))


class Pool:
    """Stands in for ``multiprocessing.pool.Pool``."""

    _threads = False

    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        if processes is None:
            processes = CPUS
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if maxtasksperchild is not None and (not isinstance(maxtasksperchild, int) or maxtasksperchild <= 0):
            raise ValueError("maxtasksperchild must be a positive int or None")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        m = machine()
        self._ctx = context or _default_context()
        self._processes = processes
        self._hiring = initializer, initargs, maxtasksperchild
        self._desk = desk = PoolDesk(self._threads)
        self._pool = desk.workers
        self._finished = False
        for _ in range(processes):
            self._hire()
        self._worker_handler = Thread(target=self._handle_workers, daemon=True)
        self._task_handler = Thread(target=self._handle_tasks, daemon=True)
        self._result_handler = Thread(target=self._handle_results, daemon=True)
        if m.probing or maxtasksperchild is not None:
            desk.replacing = True
            begin(self._worker_handler)
        if m.probing:
            self._start_result_handler()
        endings.at_exit(self._finish, endings.FINALIZE)

    def _hire(self):
        """Start another worker."""
        process = self.Process(self._ctx, target=worker, args=(self._desk, *self._hiring))
        process.name = process.name.replace("Process", "PoolWorker")
        process.daemon = True
        process.start()
        self._pool.append(process)

    @staticmethod
    def Process(ctx, *args, **kwargs):
        return ctx.Process(*args, **kwargs)

    # -- the helper threads ----------------------------------------------------------------------------------------

    def _handle_workers(self):
        handle_workers(self._desk, self._hire)

    def _handle_tasks(self):
        handle_tasks(self._desk)

    def _handle_results(self):
        handle_results(self._desk)

    def _start_result_handler(self):
        self._desk.handled = True
        begin(self._result_handler)
        self._desk.result_handler = self._result_handler.task_

    def _handlers(self):
        """The tasks of those that were started."""
        all_three = self._worker_handler, self._task_handler, self._result_handler
        return [handler.task_ for handler in all_three if handler.task_ is not None]

    # -- submitting ------------------------------------------------------------------------------------------------

    def _look(self):
        """RUN, CLOSE or TERMINATE.  A step of its own only where others might change it meanwhile."""
        m = machine()
        desk = self._desk
        if m.probing:
            return m.perform(ReadState(desk))
        if desk.user not in (None, m.current):
            m.needs_probing()
        desk.user = m.current
        return desk.state

    def _check_running(self):
        if self._look() != RUN:
            raise ValueError("Pool not running")

    def _submit(self, job, calls, ready_made=True):
        """calls: what the job consists of, an iterable of (function, args, kwargs)."""
        m = machine()
        desk = self._desk
        if (job.callback or job.error_callback) and not desk.handled:
            if desk.used:
                m.needs_probing()           # results may be on their way already
            self._start_result_handler()
        desk.used = True
        if ready_made:
            calls = [PoolTask(job, index, call, self._threads) for index, call in guarded(calls)]
            ready_made = all(task.error is None for task in calls)
            if isinstance(job, ImapJob):
                job.length = len(calls)
            if not ready_made:
                calls = enumerate(calls)
        else:
            calls = guarded(calls)
        if m.perform(Submit(desk, job, calls, ready_made)):
            begin(self._task_handler)

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        self._check_running()
        job = Job(self._desk, "call", func, callback, error_callback)
        self._submit(job, [(func, args, kwds)])
        return ApplyResult(self, job)

    def map(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, mapstar, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self._map_async(func, iterable, starmapstar, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, mapstar, chunksize, callback, error_callback)

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self._map_async(func, iterable, starmapstar, chunksize, callback, error_callback)

    def _map_async(self, func, iterable, mapper, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        if not hasattr(iterable, "__len__"):
            iterable = list(iterable)
        if chunksize is None:
            chunksize, extra = divmod(len(iterable), len(self._pool) * 4)
            if extra:
                chunksize += 1
        if len(iterable) == 0:
            chunksize = 0
        job = MapJob(self._desk, func, chunksize, len(iterable), callback, error_callback)
        if chunksize > 0:
            self._submit(job, chunks(mapper, func, iterable, chunksize), type(iterable) in PLAIN)
        return MapResult(self, job)

    def imap(self, func, iterable, chunksize=1):
        return self._imap(IMapIterator, ImapJob, "imap", func, iterable, chunksize)

    def imap_unordered(self, func, iterable, chunksize=1):
        return self._imap(IMapUnorderedIterator, UnorderedJob, "imap_unordered", func, iterable, chunksize)

    def _imap(self, iterator, job_class, what, func, iterable, chunksize):
        self._check_running()
        if chunksize < 1:
            raise ValueError(f"Chunksize must be 1+, not {chunksize}")
        job = job_class(self._desk, what, func)
        calls = singles(func, iterable) if chunksize == 1 else chunks(mapstar, func, iterable, chunksize)
        self._submit(job, calls, type(iterable) in PLAIN and not machine().probing)
        result = iterator(self, job)
        return result if chunksize == 1 else (item for chunk in result for item in chunk)

    # -- ending ----------------------------------------------------------------------------------------------------

    def close(self):
        self._look()
        machine().perform(Close(self._desk))

    def terminate(self):
        self._look()
        if machine().probing:
            machine().perform(Stop(self._desk))
        self._finish()

    def _finish(self):
        """Also when the process ends.  Only once, however often the pool is terminated."""
        if self._finished:
            return
        self._finished = True
        m = machine()
        busy = m.perform(Terminate(self._desk))
        for process in busy:
            if process._popen.main.pending is not None and process._popen.main.pending.kind != "exit":
                process.terminate()
        for handler in self._handlers():
            if handler is not m.current:
                m.perform(Join(handler))
        if not self._desk.threads:          # these end soon, but the real one does not wait for them
            for process in self._pool:
                process.join()              # those that ended by themselves too: the real one asks each for its exit code

    def join(self):
        m = machine()
        if self._look() == RUN:
            raise ValueError("Pool is still running")
        m.perform(AllOver(self._desk))
        for handler in self._handlers():
            m.perform(Join(handler))
        for process in self._pool:
            process.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()

    def __reduce__(self):
        raise NotImplementedError("pool objects cannot be passed between processes or pickled")

    def __repr__(self):
        return f"<multiprocessing.pool.{type(self).__name__} state={self._desk.state} pool_size={len(self._pool)}>"


class ThreadPool(Pool):
    """Stands in for ``multiprocessing.pool.ThreadPool``."""

    _threads = True

    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)

    @staticmethod
    def Process(ctx, *args, **kwargs):
        from .dummy import DummyProcess
        return DummyProcess(*args, **kwargs)


def begin(handler):
    """Start a helper thread: no step of its own, for nobody looks at these."""
    m = machine()
    if m.current.space.number:
        m.needs_probing()                   # the end of its process may cut it off anywhere
    handler.task_ = m.spawn(handler.run, handler._name, daemon=True, thread=handler)


def singles(func, iterable):
    """The calls that an ``imap`` consists of."""
    for item in iterable:
        yield func, (item,), {}


def chunks(mapper, func, iterable, size):
    """The calls that a map consists of."""
    items = iter(iterable)
    while chunk := tuple(islice(items, size)):
        yield mapper, ((func, chunk),), {}


def _default_context():
    from .multiprocessing import get_context
    return get_context(get_context().get_start_method())


def members():
    """The names of the stand-in for the module ``multiprocessing.pool``."""
    from multiprocessing.pool import MaybeEncodingError, RemoteTraceback
    names = {cls.__name__: cls for cls in (Pool, ThreadPool, ApplyResult, MapResult, IMapIterator, IMapUnorderedIterator)}
    return {**names, "AsyncResult": ApplyResult, "MaybeEncodingError": MaybeEncodingError, "RemoteTraceback": RemoteTraceback,
            "TimeoutError": real.TimeoutError}
