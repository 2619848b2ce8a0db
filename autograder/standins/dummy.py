"""What ``import multiprocessing.dummy`` gives: the names of ``multiprocessing``, played with threads of one process."""

from __future__ import annotations

import array

from ..instrument.accesses import access, rewritten_modules
from ..machine import EXCLUSIVE, READ, machine
from . import queues, threading
from .threads import Thread, current_thread, main_thread
from .waiting import Timed


class DummyProcess(Thread):
    """Stands in for ``multiprocessing.dummy.DummyProcess``."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        super().__init__(group, target, name, args, kwargs)
        self._pid = None
        self._children = []
        self._start_called = False
        self._parent = current_thread()

    def start(self):
        parent = self._parent
        if parent is not current_thread():
            raise RuntimeError(f"Parent is {parent!r} but current_process is {current_thread()!r}")
        self._start_called = True
        if _has_children(parent):
            _children_of(parent).append(self)
        super().start()

    @property
    def exitcode(self):
        return 0 if self._start_called and not self.is_alive() else None


def _has_children(thread):
    """Only the main thread and DummyProcesses know their children."""
    return isinstance(thread, DummyProcess) or thread is main_thread()


def _children_of(thread):
    if not _has_children(thread):
        raise AttributeError(f"'{type(thread).__name__}' object has no attribute '_children'")
    return thread.__dict__.setdefault("_children", [])


def active_children():
    children = _children_of(current_thread())
    children[:] = [child for child in children if child.is_alive()]
    return list(children)


def freeze_support():
    pass


shutdown = freeze_support

# A module that does not exist: reading and writing attributes of classes that seem to be of it are operations.
DATA = "multiprocessing.dummy: data"
rewritten_modules.add(DATA)


class Namespace:
    """Stands in for ``multiprocessing.dummy.Namespace``: reading and writing its attributes are operations."""

    __module__ = DATA

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = sorted(f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_"))
        return f"Namespace({', '.join(items)})"


class Value:
    """Stands in for ``multiprocessing.dummy.Value``, which has no lock: reading and writing ``value`` are operations."""

    __module__ = DATA

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self.value = value

    def __repr__(self):
        return f"<Value({self._typecode!r}, {self.value!r})>"


class _Array(array.array):
    """An array whose items are got and set by operations."""

    def __getitem__(self, index):
        get = super().__getitem__
        return access(machine(), self, "items", READ, "reads", f"array[{index}]", lambda: get(index), depth=3)

    def __setitem__(self, index, value):
        set_ = super().__setitem__
        access(machine(), self, "items", EXCLUSIVE, "writes", f"array[{index}]", lambda: set_(index, value), depth=3)


_Array.__name__ = _Array.__qualname__ = "array"


def Array(typecode, sequence, lock=True):
    return _Array(typecode, sequence)


def Manager():
    return machine().world.run_module("multiprocessing.dummy")


def Pool(processes=None, initializer=None, initargs=()):
    from .pools import ThreadPool
    return ThreadPool(processes, initializer, initargs)


# -- connections -----------------------------------------------------------------------------------------------------

class Poll(Timed):
    """Is there something in the queue, or does it come within ``timeout`` (seconds)?"""

    __slots__ = ("queue",)
    kind = "poll"

    def __init__(self, queue, timeout, machine):
        super().__init__(timeout, machine, queue.store_.both)
        self.queue = queue

    def there(self):
        return self.queue.store_.size() > 0

    def describe(self):
        return f"looks whether there is something to receive {self.patience()}"


class Connection:
    """One end of a pipe: what the other end sends is in ``_in``."""

    def __init__(self, _in, _out):
        self._out = _out
        self._in = _in
        self.send = self.send_bytes = _out.put
        self.recv = self.recv_bytes = _in.get

    def poll(self, timeout=0.0):
        m = machine()
        return m.perform(Poll(self._in, timeout if timeout > 0.0 else None, m))

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Pipe(duplex=True):
    a, b = queues.Queue(), queues.Queue()
    return Connection(a, b), Connection(b, a)


class Listener:
    def __init__(self, address=None, family=None, backlog=1):
        self._backlog_queue = queues.Queue(backlog)

    def accept(self):
        return Connection(*self._backlog_queue.get())

    def close(self):
        self._backlog_queue = None

    @property
    def address(self):
        return self._backlog_queue

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address):
    _in, _out = queues.Queue(), queues.Queue()
    address.put((_out, _in))
    return Connection(_in, _out)


def connection_members():
    """The names of the stand-in for the module ``multiprocessing.dummy.connection``."""
    return {"Pipe": Pipe, "Connection": Connection, "Listener": Listener, "Client": Client, "Queue": queues.Queue,
            "families": [None]}


def members():
    """The names of the stand-in for the module ``multiprocessing.dummy``."""
    names = threading.members()
    locks = {n: names[n] for n in ("Lock", "RLock", "Semaphore", "BoundedSemaphore", "Condition", "Event", "Barrier")}
    return {**locks, "Process": DummyProcess, "DummyProcess": DummyProcess, "current_process": current_thread,
            "active_children": active_children, "freeze_support": freeze_support, "shutdown": shutdown, "Queue": queues.Queue,
            "JoinableQueue": queues.Queue, "Pipe": Pipe, "Pool": Pool, "Manager": Manager, "Value": Value, "Array": Array,
            "Namespace": Namespace, "dict": dict, "list": list}
