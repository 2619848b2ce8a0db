"""The steps of a manager's server and of those who look for one, and the addresses at which servers listen."""

from __future__ import annotations

from ..machine import EXCLUSIVE, READ, Operation, Shifting, machine
from .referents import there

LISTENERS = "listeners"     # under this key ``Machine.keep`` has: address -> Server


class Knock(Operation):
    """A call comes to the server: a step of its own where the server may have ended."""

    __slots__ = ("server", "what", "afresh")
    kind = "call"

    def __init__(self, server, what, touches, afresh=False):
        self.server = server
        self.afresh = afresh
        self.what = what
        super().__init__(touches)

    def apply(self, machine):
        self.server.check(self.afresh)

    def describe(self):
        return self.what


class Serve(Shifting):
    """The server's main task: stops when it is told to, drops an object when its last proxy is gone."""

    __slots__ = ("server", "dropped")
    kind = "serve"

    def __init__(self, server):
        self.server = server
        self.dropped = None
        super().__init__(())

    def more(self):
        unused = self.server.unused
        return ((there(unused[0][0].ident)[0], EXCLUSIVE),) if unused else ()

    def enabled(self):
        return self.server.stopped is not None or bool(self.server.unused)

    def apply(self, machine):
        server = self.server
        if not server.unused:
            machine.join(server.stopped)
            return True
        referent, past, _ = server.unused.pop(0)
        self.dropped = referent.label
        machine.join(past)
        if not referent.users and not referent.kept:
            server.referents.pop(referent.ident, None)
        return False

    def describe(self):
        return "stops serving" if self.dropped is None else f"drops {self.dropped}, which no counted proxy refers to"

    def waits_for(self):
        return "for calls"


# -- addresses -------------------------------------------------------------------------------------------------------

class Bind(Operation):
    """A server begins to listen at an address that others know."""

    __slots__ = ("server", "address")
    kind = "listen"

    def __init__(self, server, address):
        self.server = server
        self.address = address
        super().__init__(server.touches)

    def apply(self, machine):
        listeners = machine.keep[LISTENERS]
        before = listeners.get(listener_of(self.address))
        if before is not None and not before.space.ended:
            raise OSError(98, "Address already in use")
        listeners[listener_of(self.address)] = self.server

    def describe(self):
        return f"listens at {self.address}"


class Connect(Operation):
    """A client asks whether somebody serves at an address."""

    __slots__ = ("address", "authkey", "listeners")
    kind = "connect"

    def __init__(self, address, authkey, machine):
        self.address = address
        self.authkey = authkey
        self.listeners = machine.keep.get(LISTENERS, {})
        server = self.server()
        super().__init__(((listener_of(address), READ),) + (server.space.life if server is not None and machine.probing else ()))

    def server(self):
        return self.listeners.get(listener_of(self.address))

    def ready(self):
        server = self.server()
        return server is None or server.serving or server.space.ended

    def apply(self, machine):
        server = self.server()
        if server is None:
            raise unreachable(self.address)
        server.check(afresh=True)
        server.authenticate(self.authkey)

    def describe(self):
        return f"connects to {self.address}"

    def waits_for(self):
        return f"for somebody to serve at {self.address}"


def server_at(address):
    """The server at an address, which may have ended.  Raises where there was none."""
    server = machine().keep.get(LISTENERS, {}).get(listener_of(address))
    if server is None:
        raise unreachable(address)
    return server


def listener_of(address):
    return ("listener", address if isinstance(address, str) else address[1])


def unreachable(address, tidy=True):
    """What connecting raises where nobody serves.  tidy: the last server has removed its socket's file."""
    if isinstance(address, str) and tidy:
        return FileNotFoundError(2, "No such file or directory")
    return ConnectionRefusedError(111, "Connection refused")
