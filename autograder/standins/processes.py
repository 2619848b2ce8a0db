"""Process, and the functions that look at processes.

``start`` pickles the Process object as spawn does; the child runs a fresh execution of the program's module, whatever start
method is asked for: what only ``fork`` would carry over is not there.
"""

from __future__ import annotations

import signal
import traceback

from greenlet import GreenletExit

from ..machine import machine
from . import endings, pickling
from .signals import send
from .threads import Join, LookAt, TimedJoin

BOOTSTRAPPING = """
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable."""


class AuthenticationString(bytes):
    """The key of a process; it goes to another process only when that is started."""

    def __reduce__(self):
        if not machine().current.spawning:
            raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")
        return AuthenticationString, (bytes(self),)


class BaseProcess:
    """Stands in for ``multiprocessing.process.BaseProcess``.  ``_popen`` is the Space of a process that was started."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        parent = current_process()
        space = machine().current.space
        count = space.keep["processes"] = space.keep.get("processes", 0) + 1
        self._identity = parent._identity + (count,)
        self._config = parent._config.copy()
        self._parent_pid = space.pid
        self._parent_name = parent.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or f"{type(self).__name__}-{':'.join(map(str, self._identity))}"
        if daemon is not None:
            self.daemon = daemon

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def _check_mine(self, verb):
        assert self._parent_pid == machine().current.space.pid, f"can only {verb}"

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        self._check_closed()
        assert self._popen is None, "cannot start a process twice"
        self._check_mine("start a process object created by current process")
        assert not current_process()._config.get("daemon"), "daemonic processes are not allowed to have children"
        m = machine()
        parent = m.current.space
        if parent.number and parent.loading:
            raise RuntimeError(BOOTSTRAPPING)
        data = pickling.dumps(self, spawning=True)
        space = self._popen = m.new_space(self._name, self.daemon)
        space.handlers = {number: what for number, what in parent.handlers.items() if what == "ignore"}
        if "environ" in parent.keep:
            space.keep["environ"] = dict(parent.keep["environ"])
        children = children_of(parent)
        if not children:
            endings.at_exit(_end_children, endings.CHILDREN)
        children.append(self)
        m.spawn(lambda: bootstrap(data), self._name, guarded=True, space=space)
        del self._target, self._args, self._kwargs

    def terminate(self):
        self._send(signal.SIGTERM)

    def kill(self):
        self._send(signal.SIGKILL)

    def _send(self, number):
        self._check_closed()
        if self._popen is None:
            raise AttributeError(f"'NoneType' object has no attribute '{'kill' if number == signal.SIGKILL else 'terminate'}'")
        if not _known(self._popen):
            send(self._popen, number)

    def join(self, timeout=None):
        self._check_closed()
        self._check_mine("join a child process")
        assert self._popen is not None, "can only join a started process"
        m = machine()
        task = self._popen.main
        if timeout is not None and not _known(self._popen):
            m.needs_probing()
            m.perform(TimedJoin(task, timeout, m))
        elif task.done:
            m.quietly(Join(task))
        else:
            m.perform(Join(task))
        if self._popen.ended and _known(self._popen):
            _forget(self)

    def is_alive(self):
        self._check_closed()
        if self is current_process():
            return True
        self._check_mine("test a child process")
        if self._popen is None:
            return False
        if poll(self._popen) is None:
            return True
        _forget(self)
        return False

    def close(self):
        if self._popen is not None:
            if poll(self._popen) is None:
                raise ValueError("Cannot close a process while it is still running. You should first call join() or terminate().")
            _forget(self)
            self._popen = None
        self._closed = True

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, "process has already started"
        self._config["daemon"] = daemonic

    @property
    def authkey(self):
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        self._config["authkey"] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        self._check_closed()
        if self._popen is None:
            return None
        if self._popen is machine().current.space or self._parent_pid != machine().current.space.pid:
            return None
        return poll(self._popen)

    @property
    def ident(self):
        self._check_closed()
        if self is current_process():
            return machine().current.space.pid
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        self._check_closed()
        if self._popen is None:
            raise ValueError("process not started")
        return Sentinel.of(self._popen)

    def __getstate__(self):
        return {**self.__dict__, "_popen": None}

    def __repr__(self):
        here = machine().current.space
        exitcode = None
        if self is current_process():
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._parent_pid != here.pid:
            status = "unknown"
        elif self._popen is None:
            status = "initial"
        else:
            exitcode = poll(self._popen)
            status = "started" if exitcode is None else "stopped"
        info = [type(self).__name__, f"name={self._name!r}"]
        if self._popen is not None:
            info.append(f"pid={self._popen.pid}")
        info += [f"parent={self._parent_pid}", status]
        if exitcode is not None:
            name = f"-{signal.Signals(-exitcode).name}" if exitcode < 0 else exitcode
            info.append(f"exitcode={name}")
        if self.daemon:
            info.append("daemon")
        return f"<{' '.join(info)}>"


class Process(BaseProcess):
    _start_method = None


class SpawnProcess(BaseProcess):
    _start_method = "spawn"


class ForkProcess(BaseProcess):
    _start_method = "fork"


class ForkServerProcess(BaseProcess):
    _start_method = "forkserver"


class _MainProcess(BaseProcess):
    """What ``current_process()`` is in the main process."""

    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {"authkey": AuthenticationString(bytes(range(32))), "semprefix": "/mp"}

    def close(self):
        pass


class _ParentProcess(BaseProcess):
    """What ``parent_process()`` gives."""

    def __init__(self, space):
        self._identity = ()
        self._name = space.name
        self._popen = space
        self._parent_pid = None
        self._closed = False
        self._config = {}

    def is_alive(self):
        return poll(self._popen) is None

    def join(self, timeout=None):
        m = machine()
        if timeout is None:
            m.perform(Join(self._popen.main))
        else:
            m.needs_probing()
            m.perform(TimedJoin(self._popen.main, timeout, m))

    @property
    def ident(self):
        return self._popen.pid

    pid = ident


class Sentinel(int):
    """A number that ``connection.wait`` takes for a process; ``space`` is the process."""

    @classmethod
    def of(cls, space):
        self = cls(100 + space.number)
        self.space = space
        return self


def bootstrap(data):
    """The life of a child: unpickle its Process object, run it, clean up.  Returns the exit code."""
    m = machine()
    space = m.current.space
    try:
        process = pickling.loads(data)
        space.keep["current"] = process
        try:
            process.run()
        finally:
            endings.leave()
    except GreenletExit:
        raise
    except SystemExit as error:
        return exitcode_of(error, m)
    except BaseException as error:
        space.why = f"{type(error).__name__}: {error}"
        m.write(f"Process {space.name}:\n{traceback.format_exc()}")
        return 1
    return 0


def exitcode_of(error, m):
    """The exit code that SystemExit stands for."""
    if error.code is None:
        return 0
    if isinstance(error.code, int):
        return error.code & 0xFF
    m.write(f"{error.code}\n")
    return 1


def current_process():
    """The Process of the running task's process."""
    space = machine().current.space
    found = space.keep.get("current")
    if found is None:
        found = space.keep["current"] = _MainProcess()
    return found


def parent_process():
    space = machine().current.space
    if space.parent is None:
        return None
    if "parent" not in space.keep:
        space.keep["parent"] = _ParentProcess(space.parent)
    return space.keep["parent"]


def active_children():
    children = children_of(machine().current.space)
    return [process for process in list(children) if process.is_alive()]


def children_of(space):
    """The Process objects that this process has started and not yet seen the end of."""
    return space.keep.setdefault("children", [])


def poll(space):
    """The exit code of a process, or None while it lives: a look, unless its end is settled."""
    m = machine()
    if not _known(space):
        m.needs_probing()
        m.perform(LookAt((space.main,)))
    elif space.ended:
        space.main.joined.append(m.current.past)
    return space.exitcode if space.ended else None


def _known(space):
    """Has the process ended, as the running task knows from a join or a look?"""
    return space.ended and not space.past & ~machine().current.past


def _forget(process):
    children = children_of(machine().current.space)
    if process in children:
        children.remove(process)


def _end_children():
    """At the end of a process its daemons are terminated and its other children waited for."""
    children = children_of(machine().current.space)
    for process in list(children):
        if process.daemon and machine().current.space.number:
            process.terminate()
    for process in list(children):
        if not process.daemon or machine().current.space.number:
            process.join()
