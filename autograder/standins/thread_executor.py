"""ThreadPoolExecutor, one operation for each time that the real one takes a lock or uses its queue.

Each ``submit`` starts a worker until there are ``max_workers``; CPython does so only when none is idle.  No outcome is lost by
that: a worker counts as idle only some time after its last call, so that every submit can find none idle, and a worker that was
started may be too slow to get a call.  What does tell the two apart is whether the program sees its workers (``initializer``,
``threading.enumerate``, …): then idle workers are counted, as 3.11 does.  (3.12 and 3.13 can start a worker too few: a fault of
theirs, which is not played.)
"""

from __future__ import annotations

from concurrent.futures.thread import BrokenThreadPool

from greenlet import GreenletExit

from ..machine import EXCLUSIVE, READ, Operation, machine
from .executor_desk import Close, Desk, Draw, Submit, new_call, register
from .executors import Executor
from .operating_system import CPUS
from .threads import Thread


class ThreadDesk(Desk):
    refusal = BrokenThreadPool
    broken_text = "A thread initializer failed, the thread pool is not usable anymore"


class Take(Draw):
    """A worker waits for the next call; None when the executor has been shut down and none is left."""

    __slots__ = ()
    kind = "take"

    def enabled(self):
        return bool(self.desk.calls) or self.desk.sealed

    def apply(self, machine):
        if self.desk.calls:
            call, past = self.desk.calls.popleft()
            machine.join(past)
            return call
        machine.join(self.desk.sealed_past)

    def describe(self):
        return "takes the next call, if there is one"

    def waits_for(self):
        return "for a call to run"


class ThrowOut(Draw):
    """Take the next call away from the workers; None when none is left.  (None comes after: who does this holds the lock.)"""

    __slots__ = ()
    kind = "throw_out"

    def apply(self, machine):
        if self.desk.calls:
            return self.desk.calls.popleft()[0]

    def describe(self):
        return "takes back the next call that no worker has taken"


class Rest(Operation):
    """A worker has run its call and counts as idle."""

    __slots__ = ("desk",)
    kind = "rest"

    def __init__(self, desk):
        self.desk = desk
        super().__init__(((desk.idle_key, EXCLUSIVE),))

    def apply(self, machine):
        self.desk.idle += 1

    def describe(self):
        return "is idle"


class Cleared(Operation):
    """What waited has been thrown out: let go of the lock; sealing: the workers may go home."""

    __slots__ = ("desk", "sealing")
    kind = "close"

    def __init__(self, desk, sealing):
        self.desk = desk
        self.sealing = sealing
        super().__init__(((desk.leaving, READ),))

    def apply(self, machine):
        self.desk.clearer = None
        self.desk.cleared_past = machine.current.past
        if self.sealing:
            self.desk.seal(machine)

    def describe(self):
        return "has thrown out the calls that waited"


class Call:
    """One submitted call and its future."""

    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except GreenletExit:
            raise
        except BaseException as error:
            self.future.set_exception(error)
            self = None         # no cycle through the exception's traceback
        else:
            self.future.set_result(result)


class ThreadPoolExecutor(Executor):
    """Stands in for ``concurrent.futures.ThreadPoolExecutor``."""

    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if max_workers is None:
            max_workers = CPUS + 4
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        m = machine()
        keep = m.current.space.keep
        number = keep["thread pools"] = keep.get("thread pools", -1) + 1
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix or f"ThreadPoolExecutor-{number}"
        self._initializer = initializer
        self._initargs = initargs
        self._desk = ThreadDesk(max_workers, initializer is not None or m.probing)
        register(self)

    def submit(self, fn, /, *args, **kwargs):
        m = machine()
        future = new_call(m, fn)
        workers = self._desk.workers
        if m.perform(Submit(self._desk, Call(future, fn, args, kwargs))):
            workers.append(Thread(name=f"{self._thread_name_prefix}_{len(workers)}", target=self._work))
            workers[-1].start()
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        desk = self._desk
        machine().perform(Close(desk, clearing=cancel_futures))
        if cancel_futures:
            self._throw_out(lambda call: call.future.cancel(), sealing=True)
        if wait:
            for worker in desk.workers:
                worker.join()

    def _throw_out(self, act, sealing):
        """Take back what no worker has taken, ``act`` on each call, and let go of the lock."""
        m = machine()
        while call := m.perform(ThrowOut(self._desk)):
            act(call)
        m.perform(Cleared(self._desk, sealing))

    def _work(self):
        """The life of a worker."""
        m = machine()
        if self._initializer is not None:
            try:
                self._initializer(*self._initargs)
            except GreenletExit:
                raise
            except BaseException:
                m.perform(Close(self._desk, broken=True, clearing=True))
                self._throw_out(lambda call: call.future.set_exception(BrokenThreadPool(self._desk.broken_text)), sealing=False)
                return
        try:
            while call := m.perform(Take(self._desk)):
                call.run()
                call = None
                if self._desk.counting:
                    m.perform(Rest(self._desk))
        except GreenletExit:
            raise
        except BaseException:
            pass                # as CPython: logged, and this worker is lost

    @property
    def _threads(self):
        return set(self._desk.workers)

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle '_queue.SimpleQueue' object")


def members():
    """The names of the stand-in for the module ``concurrent.futures.thread``."""
    return {"ThreadPoolExecutor": ThreadPoolExecutor, "BrokenThreadPool": BrokenThreadPool}
