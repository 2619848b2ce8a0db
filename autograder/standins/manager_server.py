"""A manager's server: a process that holds objects and lets others call their methods.

No thread of its own serves them: see ``visits``.  The end of the server is an operation of its process; who calls depends on it
only where somebody may still call when the server ends (``Machine.probing``), which is what ``vanish`` and ``check`` find out.
"""

from __future__ import annotations

import sys
from multiprocessing import AuthenticationError

from ..instrument.accesses import is_rewritten
from ..machine import EXCLUSIVE, READ, Exit, machine
from . import pickling
from .locks import Lock
from .parcels import PLAIN, SITE, Pickled, Reply, answer, dumps, read_parts, remote_traceback
from .referents import Array, Call, Referent, public_methods, there
from .server_steps import LISTENERS, Bind, Knock, Serve, listener_of, unreachable
from .standin import StandIn
from .visits import Gone, Hangup, visit


class RemoteError(Exception):
    """What went wrong in the server outside the method that was called."""

    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


class Server:
    """Stands in for ``managers.Server``.

    referents: by ident.  idents: id of an object -> (ident, the object).  unused: what is to be dropped, as (referent, past, the
    task whose proxy was the last).
    clients: task -> its past after its last call.  connected: tasks that have called; broken: those whose connection is lost.
    guests: see ``visits``.  stopped: the past of who has told it to stop, or None; dropper: the task that did so by dropping its
    manager, or None: for that one it has ended.
    """

    def __init__(self, registry, address, authkey, serializer):
        if not isinstance(authkey, bytes):
            raise TypeError(f"Authkey {authkey!r} is type {type(authkey)!s}, not bytes")
        m = machine()
        self.registry = registry
        self.authkey = authkey
        self.space = m.current.space
        self.serving = False
        self.stopped = self.dropper = None
        self.clients = {}
        self.guests = {}
        self.connected = set()
        self.broken = set()
        self.unused = []
        self.referents = {}
        self.idents = {}
        self.mutex = Lock()
        self.mutex.label = "the manager"
        self.touches = ()
        self.address = self._listen(m, address)
        self.space.handles["server", self.address] = self

    def _listen(self, m, address):
        m.keep.setdefault(LISTENERS, {})
        if address is None:
            number = m.number("listener")
            address = f"/tmp/pymp-{number}/listener-{number}"
        else:
            if not isinstance(address, str):
                host, port = address
                address = ({"": "0.0.0.0", "localhost": "127.0.0.1"}.get(host, host), port or 40_000 + m.number("port"))
            self.touches = ((listener_of(address), EXCLUSIVE),)
        (m.perform if self.touches else m.quietly)(Bind(self, address))
        return address

    # -- its life ------------------------------------------------------------------------------------------------

    def serve_forever(self):
        self.serve()
        sys.exit(0)

    def serve(self):
        """Until it is told to stop."""
        m = machine()
        m.current.space.keep["manager_server"] = self
        self.serving = True
        while not m.perform(Serve(self)):
            pass

    def stop(self, dropped=False):
        """From now on it may end at any moment.  dropped: for the running task it has, as garbage collection ends it at once."""
        task = machine().current
        if self.stopped is None:
            self.stopped = task.past
            self.dropper = task if dropped else None

    def end(self):
        """Its process ends, with whatever threads it has."""
        m = machine()
        if any(task.space is self.space and task is not self.space.main for task in m.alive):
            m.needs_probing()
        m.perform(Exit(self.space, 0))
        m.vanish()

    def vanish(self, machine):
        """Part of the end of its process."""
        if self.guests or any(past & ~machine.current.past for past in self.clients.values()):
            machine.needs_probing()
        for task in self.guests:
            if not task.done and task.pending is not None:
                task.pending = Hangup(self)

    # -- calls ---------------------------------------------------------------------------------------------------

    def check(self, afresh=False):
        """Raises what a client gets that finds the server gone.  afresh: by a new connection."""
        task = machine().current
        ended = self.space.ended
        if ended and self.space.past & ~task.past:
            machine().needs_probing()
        ended = ended or task is self.dropper
        if not afresh and (task in self.broken or ended and task in self.connected):
            raise BrokenPipeError(32, "Broken pipe")
        if ended:
            raise unreachable(self.address, (self.space.exitcode or 0) >= 0)

    def authenticate(self, authkey):
        if authkey != self.authkey:
            raise AuthenticationError("digest sent was rejected")

    def knock(self, m, what, ident=None, afresh=False):
        """A call begins that makes no operation of its own.  Raises as ``check`` does."""
        if m.probing:
            m.perform(Knock(self, what, self.space.life + (() if ident is None else (there(ident),)), afresh))
        else:
            self.check(afresh)

    def find(self, ident):
        """The Referent, or None when it has gone: for the task that dropped its last proxy at once, for others by ``Serve``."""
        task = machine().current
        if any(referent.ident == ident and task is dropper and not referent.users for referent, _, dropper in self.unused):
            return None
        return self.referents.get(ident)

    def call(self, ident, name, args, kwds):
        """Carry out a proxy's call.  Returns (kind, value) as ``Referent.run`` does; raises what a lost connection raises."""
        m = machine()
        task = m.current
        sent = args if not kwds and all(type(a) in PLAIN for a in args) else Pickled(dumps((args, kwds)))
        if self.space.ended or task in self.broken or task is self.dropper:
            self.knock(m, "calls")
        self.connected.add(task)
        try:
            return self._call(m, ident, name, sent)
        except Gone as gone:
            if gone.server is not self:
                raise
            raise EOFError from None
        except SystemExit:
            self.broken.add(task)
            raise EOFError from None
        finally:
            self.clients[task] = task.past

    def _call(self, m, ident, name, sent):
        if type(sent) is Pickled:
            with visit(self):
                try:
                    args, kwds = pickling.loads(sent)
                except Exception as error:
                    return "TRACEBACK", remote_traceback(error)
        else:
            args, kwds = sent, {}
        referent = self.find(ident)
        if referent is None or m.probing and not referent.whole:
            self.knock(m, f"calls {referent.label}.{name}()" if referent is not None else "calls", ident)
            referent = self.find(ident)
        if referent is None:
            return "TRACEBACK", remote_traceback(KeyError(ident))
        if referent.whole:
            if referent.shown and m.sites is not None:
                m.is_private(referent.key, SITE, referent.obj)      # so that the program's accesses to it become operations
            step = Call(self, referent, name, args, kwds, m.probing)
            m.perform(step)
            kind, value = step.reply
            return kind, self.proxied(referent, name, value) if kind == "PROXY" else value
        if not isinstance(referent.obj, StandIn) and m.recording is not None and not m.probing:
            told = ", ".join(repr(a) if type(a) in PLAIN else "…" for a in args)
            m.quietly(Knock(self, f"calls {referent.label}.{name}({told})", ()))
        with visit(self):
            kind, value = referent.run(name, args, kwds)
            if kind == "PROXY":
                return kind, self.proxied(referent, name, value)
            touches = read_parts(value)
            return m.perform(Reply(value, touches)) if touches and kind == "RETURN" else answer(kind, value)

    def proxied(self, referent, name, value):
        """What a method returned is kept, and a proxy for it goes out: (typeid, ident, exposed names)."""
        typeid = referent.typeids[name]
        made = self.keep(typeid, value, f"{name}() of {referent.label}", ((referent.key, READ),))
        return typeid, made.ident, made.exposed

    def create(self, typeid, args, kwds):
        """A new object: (ident, exposed names).  Raises RemoteError."""
        m = machine()
        sent = dumps((args, kwds))
        self.knock(m, f"asks for a new {typeid}", afresh=True)
        self.connected.add(m.current)
        try:
            with visit(self):
                referent = self._create(m, typeid, *pickling.loads(sent))
        except Gone as gone:
            if gone.server is not self:
                raise
            raise EOFError from None
        except Exception as error:
            raise RemoteError(remote_traceback(error)) from None
        finally:
            self.clients[m.current] = m.current.past
        return referent.ident, referent.exposed

    def _create(self, m, typeid, args, kwds):
        function = self.registry[typeid].callable
        if isinstance(function, type) and not is_rewritten(function) or function is Array:
            return self.keep(typeid, function(*args, **kwds))
        with self.mutex:                    # the real server makes one object at a time
            if function is None:
                if kwds or len(args) != 1:
                    raise ValueError("Without callable, must have one non-keyword argument")
                obj = args[0]
            else:
                obj = function(*args, **kwds)
            referent = self.keep(typeid, obj)
            referent.shown = True
            return referent

    def keep(self, typeid, obj, label=None, source=()):
        """The Referent of ``obj``, with one more user."""
        exposed, typeids = self.registry[typeid].exposed, self.registry[typeid].typeids
        m = machine()
        if id(obj) not in self.idents:      # the real one's is the object's address: the same whenever it is asked for
            self.idents[id(obj)] = f"7f{m.number('referent'):010x}", obj
        ident = self.idents[id(obj)][0]
        if ident in self.referents:
            self.referents[ident].users += 1
            return self.referents[ident]
        if exposed is None:
            exposed = public_methods(obj)
        if typeids is not None:
            exposed = (*exposed, *typeids)
        if label is None:
            label = obj.label if isinstance(obj, StandIn) else m.label_for(typeid)
        referent = Referent(ident, obj, exposed, typeids, label, source)
        self.referents[ident] = referent
        return referent

    # -- counting proxies ------------------------------------------------------------------------------------------

    def count(self, ident):
        """One more proxy.  Raises RemoteError where the object has gone."""
        self.knock(machine(), "opens a proxy", ident, afresh=True)
        referent = self.find(ident)
        if referent is None:
            raise RemoteError(remote_traceback(KeyError(ident)))
        referent.users += 1
        self.clients[machine().current] = machine().current.past

    def inherited(self, ident):
        """One more proxy that is not counted: it came with the arguments of the running task's process."""
        referent = self.referents.get(ident)
        if referent is not None:
            referent.unsure.append(machine().current.space)

    def sent(self, ident, step):
        """A pickle of a proxy is on its way (1), or has arrived (-1)."""
        referent = self.referents.get(ident)
        if referent is not None:
            referent.sent += step

    def own(self, ident):
        """An object of this server's holds the one with this ident from now on."""
        if ident not in self.referents:
            raise KeyError(ident)
        self.referents[ident].kept = True

    def uncount(self, ident):
        """One proxy less; with the last one the object goes, unless a container of the server's holds it."""
        m = machine()
        referent = self.referents.get(ident)
        if referent is None:
            return
        referent.users -= 1
        if referent.users or referent.kept:
            return
        past = m.current.past               # may somebody still call it?
        if referent.sent > 0 or any(not space.ended or space.past & ~past for space in referent.unsure):
            self.unused.append((referent, past, m.current))
            m.needs_probing()
        else:
            del self.referents[ident]
