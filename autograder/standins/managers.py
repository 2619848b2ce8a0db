"""``multiprocessing.Manager`` and the module ``multiprocessing.managers``: managers, which start servers and make proxies.

The server is a process like any other (``manager_server``).  It ends when its manager is shut down or dropped, or when the
process that started it ends.
"""

from __future__ import annotations

import functools
from multiprocessing import ProcessError
from typing import NamedTuple

from ..machine import Operation, active, machine
from . import barriers, conditions, endings, locks, pickling, processes, queues, semaphores, sync_proxies
from .manager_server import RemoteError, Server
from .proxies import AutoProxy, BaseProxy, MakeProxyType, RebuildProxy, Token, make_proxy
from .referents import Array, Namespace, Value
from .server_steps import Connect, server_at
from .threads import Join
from .visits import door

INITIAL, STARTED, SHUTDOWN = 0, 1, 2


class State:
    """``value``: INITIAL, STARTED or SHUTDOWN."""

    __slots__ = ("value",)
    INITIAL, STARTED, SHUTDOWN = INITIAL, STARTED, SHUTDOWN

    def __init__(self):
        self.value = INITIAL


class Ticket(pickling.Shared):
    """How a new server tells its manager that it serves."""

    def __init__(self):
        self.server = None


class AwaitServer(Operation):
    """The manager waits until its server serves, or has failed."""

    __slots__ = ("ticket", "space")
    kind = "start"

    def __init__(self, ticket, space):
        self.ticket = ticket
        self.space = space
        super().__init__()

    def ready(self):
        return self.ticket.server is not None or self.space.ended

    def apply(self, machine):
        machine.join(self.space.past if self.ticket.server is None else self.space.main.past)

    def describe(self):
        return f"sees {self.space.name} serve"

    def waits_for(self):
        return f"for {self.space.name} to serve"


class Shutdown:
    """What ``manager.shutdown`` is once it has been started."""

    def __init__(self, process, server, state):
        self.process = process
        self.server = server
        self.state = state
        self.machine = machine()
        self.space = self.machine.current.space

    def __call__(self):
        if self._begin():
            self.process.join()

    def _begin(self, dropped=False):
        """Tell the server to stop; False if that has been done, or is not this process's business."""
        if self.state.value == SHUTDOWN or machine().current.space is not self.space:
            return False
        self.server.stop(dropped)
        self.state.value = SHUTDOWN
        return True

    def at_exit(self):
        """The process that has started the server ends: nothing that it does from now on depends on the server's end."""
        self._begin()

    def __reduce_ex__(self, protocol):
        raise TypeError("cannot pickle 'weakref.ReferenceType' object")

    def dropped(self):
        """The manager is garbage.  Part of whatever step dropped it; the server's end comes before that task's next step."""
        if active() is self.machine and not self.machine.closing and self._begin(dropped=True):
            door(self.machine).owed[self.machine.current] = Join(self.process._popen.main)


class BaseManager:
    """Stands in for ``managers.BaseManager``.

    What is registered belongs to the process that registers it, as the classes of a real one do, and is handed to its servers.
    """

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        if authkey is None:
            authkey = processes.current_process().authkey
        self._address = address
        self._authkey = processes.AuthenticationString(authkey)
        self._state = State()
        self._serializer = serializer
        self._process = None
        if serializer == "xmlrpclib":
            machine().world.refuse("a manager with serializer='xmlrpclib' cannot be played on the simulated machine")
        if serializer != "pickle":
            raise KeyError(serializer)

    @property
    def _registry(self):
        return registry_of(type(self))

    def _check(self, *allowed):
        if self._state.value not in allowed:
            raise ProcessError("Already started server" if self._state.value == STARTED else "Manager has shut down")

    def get_server(self):
        self._check(INITIAL)
        return Server(self._registry, self._address, self._authkey, self._serializer)

    def connect(self):
        if self._address is None:
            raise ValueError("address type of None unrecognized")
        m = machine()
        m.perform(Connect(self._address, self._authkey, m))
        self._state.value = STARTED

    def start(self, initializer=None, initargs=()):
        self._check(INITIAL)
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        m = machine()
        ticket = Ticket()
        self._process = processes.SpawnProcess(target=type(self)._run_server, args=(
            *apart(self._registry), self._address, self._authkey, self._serializer, ticket, initializer, initargs))
        self._process.name = f"{type(self).__name__}-{':'.join(map(str, self._process._identity))}"
        self._process.start()
        space = self._process._popen
        space.keep["server"] = True
        space.daemon = space.main.daemon = True         # a run does not wait for it, and misses nothing when it never stops
        if ticket.server is None:
            m.perform(AwaitServer(ticket, space))
        if ticket.server is None:
            raise EOFError
        self._address = ticket.server.address
        self._state.value = STARTED
        self.shutdown = Shutdown(self._process, ticket.server, self._state)
        endings.at_exit(self.shutdown.at_exit, endings.FINALIZE)

    @classmethod
    def _run_server(cls, standard, registered, address, authkey, serializer, ticket, initializer, initargs):
        """What the server's process does."""
        registry = {**{typeid: STANDARD[SyncManager][typeid] for typeid in standard}, **registered}
        if initializer is not None:
            initializer(*initargs)
        server = ticket.server = Server(registry, address, authkey, serializer)
        server.serve()
        server.end()

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == STARTED, "server not yet started"
        server = server_at(self._address)
        server.authenticate(self._authkey)
        ident, exposed = server.create(typeid, args, kwds)
        return Token(typeid, server.address, ident), exposed

    def join(self, timeout=None):
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    def __enter__(self):
        if self._state.value == INITIAL:
            self.start()
        self._check(STARTED)
        return self

    def __exit__(self, *exc):
        self.shutdown()

    def __del__(self):
        if "shutdown" in self.__dict__:
            self.shutdown.dropped()

    def __getattr__(self, name):
        for cls in type(self).__mro__:
            entry = _registries().get(cls, STANDARD.get(cls, {})).get(name)
            if entry is not None and entry.creates:
                return functools.partial(self._make, name)
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def _make(self, typeid, /, *args, **kwds):
        """``manager.TYPEID(…)``: a new object in the server, and a proxy for it."""
        token, exposed = self._create(typeid, *args, **kwds)
        return make_proxy(self._registry[typeid].proxytype, token, exposed, self._serializer, self, self._authkey)

    @property
    def address(self):
        return self._address

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        proxytype = AutoProxy if proxytype is None else proxytype
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        typeids = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        for key, value in (typeids or {}).items():
            assert type(key) is str, f"{key!r} is not a string"
            assert type(value) is str, f"{value!r} is not a string"
        registries = _registries()
        if cls not in registries:
            registries[cls] = dict(registry_of(cls))
        registries[cls][typeid] = Entry(callable, exposed, typeids, proxytype, create_method)


class SyncManager(BaseManager):
    """Stands in for ``managers.SyncManager``, what ``Manager()`` gives."""

    def Pool(self, *args, **kwargs):
        machine().world.refuse("Manager().Pool cannot be played on the simulated machine: use multiprocessing.Pool")


class Entry(NamedTuple):
    """What is registered for a typeid.

    exposed: the names that may be called, None for all public ones.  typeids: method -> typeid of what it returns.  creates:
    whether managers have a method that makes one.
    """

    callable: object
    exposed: tuple | None
    typeids: dict | None
    proxytype: object
    creates: bool = True


def _registries():
    """class -> what is registered with it, in the running task's process."""
    return machine().current.space.keep.setdefault("registries", {})


def registry_of(cls):
    """typeid -> Entry, as the first class in the order of inheritance has it."""
    registries = _registries()
    return next(found for c in cls.__mro__ if (found := registries.get(c, STANDARD.get(c))) is not None)


def apart(registry):
    """(The typeids that mean what they always mean, the entries of the others)."""
    standard = [typeid for typeid, entry in registry.items() if STANDARD[SyncManager].get(typeid) is entry]
    return standard, {typeid: entry for typeid, entry in registry.items() if typeid not in standard}


def _entry(function, proxytype=AutoProxy, creates=True):
    exposed, typeids = getattr(proxytype, "_exposed_", None), getattr(proxytype, "_method_to_typeid_", None)
    return Entry(function, exposed, typeids, proxytype, creates)


# What is registered with our classes before the program adds something.
STANDARD = {BaseManager: {}, SyncManager: {
    "Queue": _entry(queues.Queue), "JoinableQueue": _entry(queues.Queue),
    "Event": _entry(conditions.Event, sync_proxies.EventProxy),
    "Condition": _entry(conditions.Condition, sync_proxies.ConditionProxy),
    "Lock": _entry(locks.Lock, sync_proxies.AcquirerProxy), "RLock": _entry(locks.RLock, sync_proxies.AcquirerProxy),
    "Semaphore": _entry(semaphores.Semaphore, sync_proxies.AcquirerProxy),
    "BoundedSemaphore": _entry(semaphores.BoundedSemaphore, sync_proxies.AcquirerProxy),
    "Barrier": _entry(barriers.Barrier, sync_proxies.BarrierProxy),
    "list": _entry(list, sync_proxies.ListProxy), "dict": _entry(dict, sync_proxies.DictProxy),
    "Value": _entry(Value, sync_proxies.ValueProxy), "Array": _entry(Array, sync_proxies.ArrayProxy),
    "Namespace": _entry(Namespace, sync_proxies.NamespaceProxy),
    "Iterator": _entry(None, sync_proxies.IteratorProxy, creates=False)}}


def Manager():
    """Stands in for ``multiprocessing.Manager``: a SyncManager that has been started."""
    manager = SyncManager()
    manager.start()
    return manager


def members():
    """The names of the stand-in for the module ``multiprocessing.managers``."""
    names = (BaseManager, SyncManager, State, Namespace, Value, Array, Server, Token, RemoteError, ProcessError, BaseProxy,
             MakeProxyType, AutoProxy, RebuildProxy)
    return {**{what.__name__: what for what in names},
            **{name: what for name, what in vars(sync_proxies).items() if name.endswith("Proxy")}}
