"""Thread, Timer, local, and the functions that look at threads."""

from __future__ import annotations

from ..machine import EXCLUSIVE, READ, Operation, machine
from .conditions import Event
from .standin import StandIn, stable_hash
from .waiting import Timed


class Join(Operation):
    """Wait until a thread has ended."""

    __slots__ = ("task",)
    kind = "join"

    def __init__(self, task):
        self.task = task
        super().__init__()

    def ready(self):
        return self.task.done

    def apply(self, machine):
        machine.join(self.task.end)

    def describe(self):
        return f"joins {self.task.name}"

    def waits_for(self):
        return f"for {self.task.name} to end"


class TimedJoin(Timed):
    """Wait until a thread has ended, or ``timeout`` (seconds) has passed."""

    __slots__ = ("task",)
    kind = "join"

    def __init__(self, task, timeout, machine):
        super().__init__(max(timeout, 0), machine, ((("end", task.id), EXCLUSIVE),))
        self.task = task

    def there(self):
        return self.task.done

    def take(self, machine):
        machine.join(self.task.end)

    def apply(self, machine):
        super().apply(machine)          # join returns nothing

    def describe(self):
        return f"joins {self.task.name}" if self.task.done else \
            f"gives up join({self.timeout:g}) of {self.task.name}: the time is over"

    def waits_for(self):
        return f"for {self.task.name} to end, {self.patience()}"


class LookAt(Operation):
    """``is_alive()``, ``enumerate()``: look which threads live."""

    __slots__ = ("tasks",)
    kind = "is_alive"

    def __init__(self, tasks):
        self.tasks = tasks
        super().__init__(tuple((("end", t.id), READ) for t in tasks))

    def apply(self, machine):
        return [t for t in self.tasks if not t.done]

    def describe(self):
        return "looks whether " + ", ".join(t.name for t in self.tasks) + " is alive"


class Thread:
    """Stands in for ``threading.Thread``."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None, context=None):
        if group is not None:
            raise AssertionError("group argument must be None for now")
        m = machine()
        if name is None:
            name = f"Thread-{m.number('thread')}"
            target_name = getattr(target, "__name__", None)
            if target_name:
                name += f" ({target_name})"
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._name = str(name)
        self._daemon = bool(m.current.thread and m.current.thread.daemon) if daemon is None else bool(daemon)
        self._task = None
        self._initialized = True

    def start(self):
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._task is not None:
            raise RuntimeError("threads can only be started once")
        m = machine()
        self._task = False
        if self._daemon and m.current.space.number:
            m.needs_probing()               # the end of its process may cut it off anywhere
        m.spawn(self._body, self._name, daemon=self._daemon, thread=self)

    def _body(self):
        self._task = machine().current
        self.run()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def join(self, timeout=None):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if self._task is None:
            raise RuntimeError("cannot join thread before it is started")
        m = machine()
        if self._task is m.current:
            raise RuntimeError("cannot join current thread")
        if timeout is None:
            if self._task.done:
                m.quietly(Join(self._task))
            else:
                m.perform(Join(self._task))
        else:
            m.needs_probing()
            m.perform(TimedJoin(self._task, timeout, m))

    def is_alive(self):
        if not self._task:
            return False
        m = machine()
        m.needs_probing()
        return bool(m.perform(LookAt((self._task,))))

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    def getName(self):
        return self._name

    def setName(self, name):
        self._name = str(name)

    @property
    def daemon(self):
        return self._daemon

    @daemon.setter
    def daemon(self, daemon):
        if self._task is not None:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemon = bool(daemon)

    def isDaemon(self):
        return self._daemon

    def setDaemon(self, daemon):
        self.daemon = daemon

    @property
    def ident(self):
        return ident_of(self._task) if self._task else None

    native_id = ident

    __hash__ = stable_hash
    __reduce_ex__ = StandIn.__reduce_ex__
    unpicklable = StandIn.unpicklable

    def __repr__(self):
        return f"<{type(self).__name__}({self._name})>"


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
        thread = Thread.__new__(Thread)
        thread._name = "MainThread" if task is task.space.main else task.name
        thread._daemon = False
        thread._task = task
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
    space = m.current.space
    return [t.thread or main_thread() for t in m.perform(LookAt(tuple(t for t in m.tasks if t.space is space)))]


def get_ident():
    return ident_of(machine().current)


class local:
    """Stands in for ``threading.local``: a namespace of its own for each task."""

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        object.__setattr__(self, "_local_args", (args, kwargs))
        return self

    def _space(self):
        task = machine().current
        if task.locals is None:
            task.locals = {}
        space = task.locals.get(id(self))
        if space is None:
            machine().keep[id(self)] = self
            space = task.locals[id(self)] = {}
            cls = type(self)
            if cls.__init__ is not object.__init__:
                args, kwargs = object.__getattribute__(self, "_local_args")
                cls.__init__(self, *args, **kwargs)
        return space

    def __getattribute__(self, name):
        if name in ("_space", "__class__", "_local_args"):
            return object.__getattribute__(self, name)
        space = object.__getattribute__(self, "_space")()
        if name == "__dict__":
            return space
        if name in space:
            return space[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        object.__getattribute__(self, "_space")()[name] = value

    def __delattr__(self, name):
        try:
            del object.__getattribute__(self, "_space")()[name]
        except KeyError:
            raise AttributeError(name) from None
