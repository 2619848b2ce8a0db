"""Thread, Timer, and the functions that look at threads."""

from __future__ import annotations

import sys

from greenlet import GreenletExit

from ..machine import active, machine
from .conditions import Event
from .hooks import ExceptHookArgs, hook_of
from .standin import StandIn, stable_hash
from .thread_steps import (
    LIST,
    NAMES,
    STARTS,
    Begin,
    Enumerate,
    Join,
    LookAt,
    LookAtThread,
    Rename,
    TimedJoin,
    Unlist,
    are_seen,
    needs,
)


class Alias:
    """``_task`` for the stand-ins that are built on threads; a subclass of the program's may hide it."""

    def __get__(self, thread, owner=None):
        return thread.task_


class Thread:
    """Stands in for ``threading.Thread``.

    Names of its own attributes that are not CPython's end in ``_``: a subclass may have a ``_task`` or a ``key``.
    """

    __module__ = "threading"
    _initialized = False
    task_ = None                # False while it is being started
    unlisted_ = False
    _task = Alias()

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        m = machine()
        if not name:
            name = f"Thread-{m.number('thread')}"
            target_name = getattr(target, "__name__", None)
            if target_name is not None:
                name += f" ({target_name})"
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._name = str(name)
        self._daemonic = bool(m.current.thread and m.current.thread._daemonic) if daemon is None else daemon
        self.key_ = ("thread", m.number("thread object"))
        self.begun_ = 0         # the past of its start
        self._initialized = True

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        m = machine()
        if are_seen(STARTS):
            m.perform(Begin(self))
        if self.task_ is not None:
            raise RuntimeError("threads can only be started once")
        self.task_ = False
        self.begun_ = m.current.past
        if self._daemonic and m.current.space.number:
            m.needs_probing()               # the end of its process may cut it off anywhere
        m.spawn(self.body_, self._name, daemon=bool(self._daemonic), thread=self)

    def body_(self):
        self.task_ = machine().current
        try:
            self.run()
        except GreenletExit:
            raise
        except BaseException as error:
            hook = hook_of(self.task_.space)
            if hook is None:
                raise
            hook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        if are_seen(LIST):
            machine().perform(Unlist(self))

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def started_(self):
        """Has it been started?  An operation where another thread's start of it need not come before this look."""
        m = machine()
        if self.task_ is None or self.begun_ & ~m.current.past:
            needs(STARTS)
            m.perform(LookAtThread(self, STARTS))
        return bool(self.task_)

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        m = machine()
        if not self.started_():
            raise RuntimeError("cannot join thread before it is started")
        if self.task_ is m.current:
            raise RuntimeError("cannot join current thread")
        if timeout is None:
            if self.task_.done:
                m.quietly(Join(self.task_))
            else:
                m.perform(Join(self.task_))
        else:
            m.needs_probing()
            m.perform(TimedJoin(self.task_, timeout, m))
        if sys.version_info < (3, 13) and self.task_.done:
            self._stop()

    def is_alive(self):
        assert self._initialized, "Thread.__init__() not called"
        if not self.started_():
            return False
        m = machine()
        m.needs_probing()
        alive = bool(m.perform(LookAt((self.task_,))))
        if sys.version_info < (3, 13) and not alive:
            self._stop()
        return alive

    if sys.version_info < (3, 13):
        def _stop(self):
            """CPython calls it when it sees that the thread has ended: a subclass that hides it fails there."""

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        m = active()
        if m is not None and self.task_ and not m.closing and are_seen(NAMES):
            m.perform(LookAtThread(self, NAMES))
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        if self.task_:
            needs(NAMES)
            machine().perform(Rename(self, str(name)))
        self._name = str(name)

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemon):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self.task_ is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemon

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemon):
        self.daemon = daemon

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return ident_of(self.task_) if self.started_() else None

    native_id = ident

    __hash__ = stable_hash
    __reduce_ex__ = StandIn.__reduce_ex__
    unpicklable = StandIn.unpicklable

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        task = self.task_
        status = "initial" if not task else "stopped" if task.done else "started"
        daemon = " daemon" if self._daemonic else ""
        ident = f" {ident_of(task)}" if task else ""
        return f"<{type(self).__name__}({self._name}, {status}{daemon}{ident})>"


class MainThread(Thread):
    """The main thread, and what stands for a task that was not started as a thread."""

    __module__ = "threading"


MainThread.__name__ = MainThread.__qualname__ = "_MainThread"       # as reprs show it


class Timer(Thread):
    """Stands in for ``threading.Timer``."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def ident_of(task):
    return 1_000 + task.id


def current_thread():
    """The Thread of the running task; one is made for a task that has none (the main task)."""
    m = machine()
    task = m.current
    if task.thread is None:
        thread = Thread.__new__(MainThread)
        thread._name = "MainThread" if task is task.space.main else task.name
        thread._daemonic = False
        thread.key_ = ("thread", "of", task.id)
        thread.begun_ = 0
        thread.task_ = task
        thread._initialized = True
        task.thread = thread
    return task.thread


def main_thread():
    """The Thread of the main task of the running task's process."""
    m = machine()
    main = m.current.space.main
    if main.thread is None:
        here, m.current = m.current, main
        try:
            current_thread()
        finally:
            m.current = here
    return main.thread


def enumerate_threads():
    m = machine()
    m.needs_probing()
    needs(STARTS)
    needs(LIST)
    return [t.thread or main_thread() for t in m.perform(Enumerate(m))]


def active_count():
    return len(enumerate_threads())


def get_ident():
    return ident_of(machine().current)
