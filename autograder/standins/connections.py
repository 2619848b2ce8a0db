"""Pipe, Connection and ``connection.wait``.

One direction of a pipe is a Channel of the kernel: bounded, first in, first out.  Every process that holds an end has an End of its own;
the readers of a channel see its end only when every copy of its writing end is closed.

Sends depend on sends and receives on receives; a send and a receive commute whenever both are enabled: a message carries the past
of its sending, and room that of the receive that made it.
"""

from __future__ import annotations

from collections import deque
from multiprocessing import BufferTooShort

from ..machine import EXCLUSIVE, READ, Operation, machine
from . import pickling
from .processes import Sentinel
from .standin import StandIn
from .waiting import Timed

CAPACITY = 65_536       # bytes that a pipe holds, as on Linux
HEADER = 4              # bytes of a message beside its data


class Message:
    """``past``: of its sending.  A large one, that no pipe holds, is ``taken`` when a reader has begun, ``complete`` when all is written."""

    __slots__ = ("data", "past", "complete", "taken", "sender")

    def __init__(self, data, past, complete, sender):
        self.data = data
        self.past = past
        self.complete = complete
        self.taken = False
        self.sender = sender


class Channel(StandIn):
    """One direction of a pipe, in the kernel.

    readers, writers: who holds it open, by number of the end.  sent, received: bytes so far; freed: (received, past) after each receive.
    closed_past: of the closing of writing ends.
    """

    def __init__(self, label):
        super().__init__("pipe")
        self.label = label
        self.messages = deque()
        self.readers = {}
        self.writers = {}
        self.sent = self.received = 0
        self.freed = deque([(0, 0)])
        self.closed_past = 0
        self.head = self.touch
        self.tail = (((*self.key, "tail"), EXCLUSIVE),)
        self.reading = (*self.key, "readers")
        self.writing = (*self.key, "writers")
        self.all = self.head + self.tail + ((self.writing, EXCLUSIVE),)

    @property
    def used(self):
        return self.sent - self.received

    def room(self, cost):
        """Is there room for ``cost`` bytes, or for the first of more than fit?"""
        return self.used + cost <= CAPACITY or cost > CAPACITY and self.used < CAPACITY

    def room_past(self, cost):
        """The past of the receive that made this room."""
        needed = self.sent + min(cost, 1 if cost > CAPACITY else cost) - CAPACITY
        while len(self.freed) > 1 and self.freed[0][0] < needed:
            self.freed.popleft()
        return self.freed[0][1] if needed > 0 else 0

    def put(self, data, machine):
        """Part of a send that has room.  Returns the message."""
        cost = HEADER + len(data)
        machine.join(self.room_past(cost))
        self.sent += min(cost, CAPACITY - self.used)
        message = Message(data, machine.current.past, cost <= CAPACITY, machine.current.space)
        self.messages.append(message)
        return message

    def get(self, machine):
        """Part of a receive: the first message."""
        message = self.messages.popleft()
        machine.join(message.past)
        cost = HEADER + len(message.data)
        self.received = min(self.received + cost, self.sent)
        self.freed.append((self.received, machine.current.past))
        message.taken = True
        return message

    def over(self):
        """Nothing is left, and nothing can come."""
        return not self.messages and not self.writers

    def readable(self):
        return bool(self.messages) or not self.writers

    def open_for_writing(self):
        """Who holds the writing end, in words."""
        names = list(dict.fromkeys(end.space.name for end in self.writers.values() if end.space is not None))
        return ", ".join(names)


class Send(Operation):
    """Write a message, when there is room for it."""

    __slots__ = ("channel", "data", "message")
    kind = "send"
    enabling = True

    def __init__(self, channel, data):
        self.channel = channel
        self.data = data
        self.message = None
        super().__init__(channel.tail + ((channel.reading, READ),))

    def ready(self):
        return not self.channel.readers or self.channel.room(HEADER + len(self.data))

    def apply(self, machine):
        if not self.channel.readers:
            raise BrokenPipeError(32, "Broken pipe")
        self.message = self.channel.put(self.data, machine)

    def describe(self):
        return f"sends {len(self.data):,} bytes through {self.channel.label}"

    def waits_for(self):
        c = self.channel
        return f"for room in {c.label}: {c.used:,} of its {CAPACITY:,} bytes are used and nobody reads"


class SendRest(Operation):
    """The rest of a message that no pipe holds: a reader has to be at it."""

    __slots__ = ("channel", "message")
    kind = "send"
    enabling = True

    def __init__(self, channel, message):
        self.channel = channel
        self.message = message
        super().__init__(((channel.reading, READ),))

    def ready(self):
        return self.message.taken or not self.channel.readers

    def apply(self, machine):
        if not self.message.taken:
            raise BrokenPipeError(32, "Broken pipe")
        self.message.complete = True
        self.message.past = machine.current.past

    def describe(self):
        return f"sends the rest of {len(self.message.data):,} bytes through {self.channel.label}"

    def waits_for(self):
        return f"for somebody to read from {self.channel.label}: its {len(self.message.data):,} bytes do not fit into the pipe"


class Receive(Operation):
    """Read the first message, when there is one.  Raises EOFError when none can come."""

    __slots__ = ("channel",)
    kind = "receive"
    enabling = True

    def __init__(self, channel):
        self.channel = channel
        super().__init__(channel.head)

    def ready(self):
        return self.channel.readable()

    def apply(self, machine):
        if self.channel.messages:
            return self.channel.get(machine)
        machine.join(self.channel.closed_past)
        raise EOFError

    def describe(self):
        return f"receives a message from {self.channel.label}"

    def waits_for(self):
        return f"for a message from {self.channel.label}, which is empty and still open for writing in {self.channel.open_for_writing()}"


class ReceiveRest(Operation):
    """The rest of a message that no pipe holds.  OSError when its writer has gone."""

    __slots__ = ("channel", "message")
    kind = "receive"

    def __init__(self, channel, message):
        self.channel = channel
        self.message = message
        super().__init__()

    def ready(self):
        return self.message.complete or self.message.sender.ended and not self.channel.writers

    def apply(self, machine):
        if not self.message.complete:
            machine.join(self.channel.closed_past)
            raise OSError("got end of file during message")
        machine.join(self.message.past)
        return self.message

    def describe(self):
        return f"receives the rest of a message from {self.channel.label}"

    def waits_for(self):
        return f"for the rest of a message from {self.channel.label}"


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


class Close(Operation):
    """Close one end."""

    __slots__ = ("end",)
    kind = "close"
    enabling = True

    def __init__(self, end):
        self.end = end
        super().__init__(end.touches)

    def apply(self, machine):
        self.end.space.handles.pop(self.end.number, None)
        self.end.vanish(machine)

    def describe(self):
        return f"closes {self.end.label}"


class End:
    """What one process holds open of a pipe.  space None: nobody yet; it is on its way through another pipe."""

    def __init__(self, reads, writes, label, space):
        self.number = machine().number("handle")
        self.reads = reads
        self.writes = writes
        self.label = label
        self.space = space
        self.touches = ()
        if reads is not None:
            reads.readers[self.number] = self
            self.touches += ((reads.reading, EXCLUSIVE),)
        if writes is not None:
            writes.writers[self.number] = self
            self.touches += ((writes.writing, "close"),)
        if space is not None:
            space.handles[self.number] = self

    def vanish(self, machine):
        """Closed, by close() or by the end of the process."""
        if self.reads is not None:
            self.reads.readers.pop(self.number, None)
        if self.writes is not None:
            self.writes.writers.pop(self.number, None)
            self.writes.closed_past |= machine.current.past


class Connection:
    """Stands in for ``multiprocessing.connection.Connection``."""

    def __init__(self, reads, writes, label):
        self._end = End(reads, writes, label, machine().current.space)
        self._machine = machine()
        self._reads = reads
        self._writes = writes
        self.label = label
        self._handle = self._end.number + 2

    def _check(self, *, reading=False, writing=False):
        if self._handle is None:
            raise OSError("handle is closed")
        if reading and self._reads is None:
            raise OSError("connection is write-only")
        if writing and self._writes is None:
            raise OSError("connection is read-only")

    @property
    def closed(self):
        return self._handle is None

    @property
    def readable(self):
        return self._reads is not None

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
            self.close()
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
        end = End(self._reads, self._writes, self.label, None)
        return rebuild, (pickling.register(end),)

    def __repr__(self):
        return f"<multiprocessing.connection.Connection {self.label}>"


def rebuild(number):
    """The Connection, in the process that it has been handed to."""
    end = pickling.attach(number)
    connection = Connection(end.reads, end.writes, end.label)
    end.vanish(machine())
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
    return message.data


def pipe(duplex=True):
    """Stands in for ``multiprocessing.Pipe``: two Connections."""
    label = machine().label_for("pipe")
    one, other = Channel(label), Channel(label)
    if duplex:
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
