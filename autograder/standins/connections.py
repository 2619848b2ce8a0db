"""Pipe, Connection and ``connection.wait``."""

from __future__ import annotations

from multiprocessing import BufferTooShort
from pickle import UnpicklingError

from ..machine import READ, Operation, machine
from . import pickling
from .channels import Channel, Close, End, Receive, ReceiveRest, Send, SendRest
from .processes import Sentinel
from .waiting import Timed


class Poll(Timed):
    """Is there anything to read, now or within ``timeout`` (seconds)?  For connections and process sentinels."""

    __slots__ = ("objects", "forever")
    kind = "poll"

    def __init__(self, objects, timeout, machine, forever=False):
        touches = ()
        for what in objects:
            touches += ((("end", what.space.main.id), READ),) if isinstance(what, Sentinel) else what._reads.all
        super().__init__(timeout, machine, touches)
        self.objects = objects
        self.forever = forever

    def found(self):
        return [o for o in self.objects if (o.space.ended if isinstance(o, Sentinel) else o._reads.readable())]

    def there(self):
        return bool(self.found())

    def ready(self):
        return self.there() if self.forever else super().ready()

    def apply(self, machine):
        super().apply(machine)
        return self.found()

    def describe(self):
        return "looks whether there is anything to read in " + ", ".join(self.names())

    def waits_for(self):
        return "for anything to read in " + ", ".join(self.names())

    def names(self):
        return [o.space.name if isinstance(o, Sentinel) else o.label for o in self.objects]


class Connection:
    """Stands in for ``multiprocessing.connection.Connection``."""

    def __init__(self, reads, writes, label):
        self._end = End(reads, writes, label, machine().current.space)
        self._machine = machine()
        self._reads = reads
        self._writes = writes
        self._readable = reads is not None
        self.label = label
        self._handle = self._end.number + 2

    def _check(self, *, reading=False, writing=False):
        if self._handle is None:
            raise OSError("handle is closed")
        if reading and not self._readable:
            raise OSError("connection is write-only")
        if writing and self._writes is None:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._readable

    @property
    def writable(self):
        return self._writes is not None

    def fileno(self):
        self._check()
        return self._handle

    def close(self):
        if self._handle is not None:
            self._handle = None
            machine().perform(Close(self._end))

    def __del__(self):
        """As in CPython: what nobody can reach any more is closed.  No scheduling point: it can only let readers go on."""
        m = self._machine
        if self._handle is not None and not m.closing and m.current is not None and m.current.space is self._end.space \
                and not self._end.space.ended:
            self._handle = None
            m.quietly(Close(self._end))

    def send_bytes(self, buf, offset=0, size=None):
        self._check(writing=True)
        view = memoryview(buf)
        if view.itemsize > 1:
            view = view.cast("B")
        n = view.nbytes
        if offset < 0:
            raise ValueError("offset is negative")
        if n < offset:
            raise ValueError("buffer length < offset")
        if size is None:
            size = n - offset
        elif size < 0:
            raise ValueError("size is negative")
        elif offset + size > n:
            raise ValueError("buffer length < offset + size")
        send(self._writes, bytes(view[offset:offset + size]))

    def send(self, obj):
        self._check(writing=True)
        send(self._writes, pickling.dumps(obj))

    def recv_bytes(self, maxlength=None):
        self._check(reading=True)
        if maxlength is not None and maxlength < 0:
            raise ValueError("negative maxlength")
        data = receive(self._reads)
        if maxlength is not None and len(data) > maxlength:
            if self._writes is None:
                self.close()
            else:                       # the data stays in the pipe, and nobody can tell any more where a message begins
                self._readable = False
                self._reads.spoilt = True
            raise OSError("bad message length")
        return data

    def recv_bytes_into(self, buf, offset=0):
        self._check(reading=True)
        with memoryview(buf) as view:
            bytesize = view.itemsize * len(view)
            if offset < 0:
                raise ValueError("negative offset")
            if offset > bytesize:
                raise ValueError("offset too large")
            data = receive(self._reads)
            if bytesize < offset + len(data):
                raise BufferTooShort(data)
            view.cast("B")[offset:offset + len(data)] = data
            return len(data)

    def recv(self):
        self._check(reading=True)
        return pickling.loads(receive(self._reads))

    def poll(self, timeout=0.0):
        self._check(reading=True)
        return bool(wait([self], timeout))

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def __reduce__(self):
        """A copy for another process: it holds the pipe open from now on."""
        self._check()
        m = machine()
        if m.current.spawning is None:          # a try: nobody will load it
            return rebuild, (self._end.number,)
        end = End(self._reads, self._writes, self.label, None if m.current.spawning else m.current.space)
        return rebuild, (pickling.register(end),)

    def __repr__(self):
        return f"<multiprocessing.connection.Connection object at {0x7F10_0000_0000 + 64 * self._end.number:#x}>"


class Fetch(Operation):
    """Get a connection from the process that has sent it: that keeps it open until then, or until it ends."""

    __slots__ = ("end",)
    kind = "receive"

    def __init__(self, end):
        self.end = end
        super().__init__(((("end", end.space.main.id), READ),))

    def apply(self, machine):
        space = self.end.space
        if not space.ended:
            return
        machine.join(space.past)
        if space.exitcode < 0:
            raise ConnectionRefusedError(111, "Connection refused")
        raise FileNotFoundError(2, "No such file or directory")

    def describe(self):
        return f"fetches {self.end.label} from {self.end.space.name}, which has sent it"


def rebuild(number):
    """The Connection, in the process that it has been handed to."""
    m = machine()
    end = pickling.attach(number)
    if end.space is not None and end.space.number and end.space is not m.current.space:
        m.perform(Fetch(end))
    connection = Connection(end.reads, end.writes, end.label)
    end.close(m)
    return connection


def send(channel, data):
    """Send ``data`` (bytes) as one message, however large it is."""
    m = machine()
    step = Send(channel, data)
    m.perform(step)
    if not step.message.complete:
        m.perform(SendRest(channel, step.message))


def receive(channel):
    """The next message (bytes).  Raises EOFError."""
    m = machine()
    message = m.perform(Receive(channel))
    if not message.complete:
        m.perform(ReceiveRest(channel, message))
    if message.mixed:
        raise UnpicklingError("pickle data was truncated")     # one of many ways in which it ends for real
    return message.data


def pipe(duplex=True):
    """Stands in for ``multiprocessing.Pipe``: two Connections."""
    label = machine().label_for("pipe")
    one, other = Channel(label, duplex), Channel(label, duplex)
    if duplex:
        one.back, other.back = other, one
        return Connection(one, other, f"{label} (end 1)"), Connection(other, one, f"{label} (end 2)")
    return Connection(one, None, f"{label} (reading end)"), Connection(None, one, f"{label} (writing end)")


def wait(object_list, timeout=None):
    """Stands in for ``multiprocessing.connection.wait``: those of the list that are ready, or have come to be so."""
    objects = list(object_list)
    for what in objects:
        if isinstance(what, Connection):
            what._check(reading=True)
        elif not isinstance(what, Sentinel):
            raise ValueError(f"Invalid file object: {what!r}")
    m = machine()
    if any(isinstance(what, Sentinel) for what in objects):
        m.needs_probing()
    if timeout is None and not objects:
        return []
    return m.perform(Poll(objects, None if timeout is None or timeout <= 0 else timeout, m, forever=timeout is None))


def members():
    """The names of the stand-in for ``multiprocessing.connection``."""
    return {"Connection": Connection, "Pipe": pipe, "wait": wait}
