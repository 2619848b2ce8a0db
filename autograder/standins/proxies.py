"""Proxies: what the processes that use a manager hold.  Each call of a method is carried out on the referent, in the server.

A proxy can be pickled at any time; the copy refers to the same object.  As for real, a copy that came with the arguments of a new
process is not counted: when all counted proxies are gone, the object goes, and such a copy refers to nothing.
"""

from __future__ import annotations

from contextlib import suppress

from greenlet import GreenletExit

from ..machine import active, machine
from .manager_server import RemoteError
from .parcels import unpickled
from .processes import AuthenticationString, current_process
from .referents import GETVALUE
from .server_steps import server_at
from .standin import stable_hash


class Token:
    """Names an object in a server."""

    __slots__ = ("typeid", "address", "id")

    def __init__(self, typeid, address, id):
        self.typeid = typeid
        self.address = address
        self.id = id

    def __getstate__(self):
        return self.typeid, self.address, self.id

    def __setstate__(self, state):
        self.typeid, self.address, self.id = state

    def __repr__(self):
        return f"{type(self).__name__}(typeid={self.typeid!r}, address={self.address!r}, id={self.id!r})"


class BaseProxy:
    """Stands in for ``managers.BaseProxy``.  ``_counted``: the server counts this proxy among the users of its object."""

    _counted = False

    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        m = machine()
        m.classes[type(self)] = False       # a subclass of the program's has no data of its own that others could see
        self._token = token
        self._id = token.id
        self._manager = manager
        self._serializer = serializer
        self._owned_by_manager = manager_owned
        self._machine = m
        if authkey is None:
            authkey = current_process().authkey if manager is None else manager._authkey
        self._authkey = AuthenticationString(authkey)
        self._server = server_at(token.address)
        if manager_owned:
            return
        if incref:
            self._server.authenticate(self._authkey)
            self._server.count(self._id)
            self._counted = True
        else:
            self._server.inherited(self._id)

    def __del__(self):
        if self._counted and active() is self._machine and not self._machine.closing:
            with suppress(GreenletExit):    # the run ends: its task will learn that at its next operation
                self._server.uncount(self._id)

    def _callmethod(self, methodname, args=(), kwds={}):
        server = self._server
        if machine().current not in server.connected:
            server.authenticate(self._authkey)
        kind, value = server.call(self._id, methodname, args, kwds)
        if kind == "RETURN":
            return unpickled(value)
        if kind == "PROXY":
            typeid, ident, exposed = value
            proxytype = self._manager._registry[typeid].proxytype
            token = Token(typeid, server.address, ident)
            return make_proxy(proxytype, token, exposed, self._serializer, self._manager, self._authkey)
        if kind == "ERROR":
            raise unpickled(value)
        raise RemoteError(value)

    def _getvalue(self):
        return self._callmethod(GETVALUE)

    def __reduce__(self):
        spawning = machine().current.spawning
        if not spawning:
            self._server.sent(self._id, 1)
        options = {"authkey": self._authkey} if spawning else {}
        if getattr(self, "_isauto", False):
            options["exposed"] = self._exposed_
        return RebuildProxy, (AutoProxy if "exposed" in options else type(self), self._token, self._serializer, options)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        number = self.__dict__.get("_number")
        if number is None:
            number = self._number = machine().number("address")
        return f"<{type(self).__name__} object, typeid {self._token.typeid!r} at {0x7f0000000000 + 64 * number:#x}>"

    def __str__(self):
        try:
            return self._callmethod("__repr__")
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"

    __hash__ = stable_hash


def make_proxy(proxytype, token, exposed, serializer, manager, authkey):
    """A proxy for an object that its server has just begun to keep for it."""
    try:
        return proxytype(token, serializer, manager=manager, authkey=authkey, exposed=exposed)
    finally:
        server_at(token.address).uncount(token.id)


def RebuildProxy(func, token, serializer, kwds):
    """What unpickling a proxy calls."""
    server = machine().current.space.keep.get("manager_server")
    if server is not None and server.address == token.address:
        server.own(token.id)
        return func(token, serializer, incref=True, manager_owned=True, **kwds)
    inheriting = _is_inheriting(machine().current.space)
    proxy = func(token, serializer, incref=not inheriting, **kwds)
    if not inheriting:
        server_at(token.address).sent(token.id, -1)
    return proxy


def _is_inheriting(space):
    """Is this process still unpickling what it was started with?"""
    return space.number and space.keep.get("current") is None


def MakeProxyType(name, exposed):
    """A proxy type whose methods are ``exposed``."""
    exposed = tuple(exposed)
    made = machine().keep.setdefault(MakeProxyType, {}) if active() is not None else {}
    if (name, exposed) not in made:
        methods = {method: _caller(method) for method in exposed}
        made[name, exposed] = type(name, (BaseProxy,), {"_exposed_": exposed, **methods})
    return made[name, exposed]


def _caller(method):
    def call(self, /, *args, **kwds):
        return self._callmethod(method, args, kwds)
    call.__name__ = method
    return call


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """A proxy with the methods that the object exposes."""
    if exposed is None:
        exposed = server_at(token.address).referents[token.id].exposed
    proxy = MakeProxyType(f"AutoProxy[{token.typeid}]", exposed)(
        token, serializer, manager=manager, authkey=authkey, incref=incref, manager_owned=manager_owned)
    proxy._isauto = True
    return proxy
