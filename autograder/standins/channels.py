"""The kernel's part of pipes: channels, the ends that processes hold open, and the steps of sending and receiving.

One direction of a pipe is a Channel: bounded, first in, first out.  Every process that holds an end has an End of its own; the
readers of a channel see its end only when every copy of its writing end is closed.

Sends depend on sends and receives on receives; a send and a receive commute whenever both are enabled: a message carries the past
of its sending, and room that of the receive that made it.
"""

from __future__ import annotations

from collections import deque

from ..machine import EXCLUSIVE, READ, Operation, machine
from .standin import StandIn

CAPACITY, HEADER = 65_536, 4                    # bytes that a one-way pipe holds on Linux, and of a message beside its data
DUPLEX_CAPACITY, DUPLEX_HEADER = 212_992, 768   # the same of each direction of a duplex pipe, which is a pair of sockets


class Message:
    """``past``: of its sending.  A large one, that no pipe holds, is ``taken`` when a reader has begun, ``complete`` when all has
    been written; ``mixed`` when somebody else has written into the middle of it."""

    __slots__ = ("data", "past", "complete", "taken", "sender", "mixed")

    def __init__(self, data, past, complete, sender):
        self.data = data
        self.past = past
        self.complete = complete
        self.taken = self.mixed = False
        self.sender = sender


class Channel(StandIn):
    """One direction of a pipe, in the kernel.

    readers, writers: who holds it open, by number of the end.  sent, received: bytes so far; freed: (received, past) after each
    receive.  closed_past: of the closing of writing ends.  back: the other direction, of a duplex pipe.  spoilt: a part of a
    message was left unread.  under_way: the last message of which only a part was written at first.  reset: whoever wrote here has
    closed with unread data of ours, which the next receive tells.
    """

    def __init__(self, label, duplex=False):
        super().__init__("pipe")
        self.label = label
        self.capacity, self.header = (DUPLEX_CAPACITY, DUPLEX_HEADER) if duplex else (CAPACITY, HEADER)
        self.back = None
        self.spoilt = self.reset = False
        self.under_way = None
        self.messages = deque()
        self.readers = {}
        self.writers = {}
        self.sent = self.received = 0
        self.freed = deque([(0, 0)])
        self.closed_past = 0
        self.head = self.touch
        self.tail = (((*self.key, "tail"), EXCLUSIVE),)
        self.mixing = self.tail         # what a send touches in whose middle another one may come
        self.reading = (*self.key, "readers")
        self.writing = (*self.key, "writers")
        self.all = self.head + self.tail + ((self.writing, EXCLUSIVE),)

    @property
    def used(self):
        return self.sent - self.received

    def cost(self, size):
        """The bytes that a message with ``size`` bytes of data takes."""
        return self.header + size

    def room(self, cost):
        """Is there room for ``cost`` bytes, or for the first of more than fit?"""
        return self.used + cost <= self.capacity or cost > self.capacity and self.used < self.capacity

    def room_past(self, cost):
        """The past of the receive that made this room."""
        needed = self.sent + (1 if cost > self.capacity else cost) - self.capacity
        while len(self.freed) > 1 and self.freed[0][0] < needed:
            self.freed.popleft()
        return self.freed[0][1] if needed > 0 else 0

    def put(self, data, machine):
        """Part of a send that has room.  Returns the message."""
        cost = self.cost(len(data))
        machine.join(self.room_past(cost))
        self.sent += min(cost, self.capacity - self.used)
        message = Message(data, machine.current.past, cost <= self.capacity, machine.current.space)
        if self.under_way is not None and not self.under_way.complete:
            self.under_way.mixed = message.mixed = True
        if not message.complete:
            self.under_way = message
        self.messages.append(message)
        return message

    def get(self, machine):
        """Part of a receive: the first message."""
        message = self.messages.popleft()
        machine.join(message.past)
        self.received = min(self.received + self.cost(len(message.data)), self.sent)
        self.freed.append((self.received, machine.current.past))
        message.taken = True
        return message

    def broken(self, machine):
        """What a receive raises that finds no message, or not all of one; None: the end of the file."""
        machine.join(self.closed_past)
        if self.reset:
            self.reset = False
            return ConnectionResetError(104, "Connection reset by peer")
        return None

    def killed(self):
        """A process has been killed while it sent or received here."""

    def readable(self):
        return bool(self.messages) or not self.writers

    def open_for_writing(self):
        """Who holds the writing end, in words."""
        names = list(dict.fromkeys(end.space.name for end in self.writers.values() if end is not None and end.space is not None))
        return ", ".join(names)


class Transfer(Operation):
    """A step of sending or receiving."""

    __slots__ = ("channel",)

    def __init__(self, channel, touches=()):
        self.channel = channel
        super().__init__(touches)

    def killed(self):
        self.channel.killed()


class Send(Transfer):
    """Write a message, when there is room for it."""

    __slots__ = ("data", "message")
    kind = "send"

    def __init__(self, channel, data):
        self.data = data
        self.message = None
        super().__init__(channel, channel.tail + ((channel.reading, READ),))

    def ready(self):
        return not self.channel.readers or self.channel.room(self.channel.cost(len(self.data)))

    def apply(self, machine):
        if not self.channel.readers:
            raise BrokenPipeError(32, "Broken pipe")
        self.message = self.channel.put(self.data, machine)

    def describe(self):
        return f"sends {len(self.data):,} bytes through {self.channel.label}"

    def waits_for(self):
        c = self.channel
        return f"for room in {c.label}: {c.used:,} of its {c.capacity:,} bytes are used and nobody reads"


class SendRest(Transfer):
    """The rest of a message that no pipe holds: a reader has to be at it."""

    __slots__ = ("message",)
    kind = "send"

    def __init__(self, channel, message):
        self.message = message
        super().__init__(channel, ((channel.reading, READ), *channel.mixing))

    def ready(self):
        return self.message.taken or not self.channel.readers

    def apply(self, machine):
        if not self.message.taken:
            back = self.channel.back
            raise back and back.broken(machine) or BrokenPipeError(32, "Broken pipe")
        self.message.complete = True
        self.message.past = machine.current.past

    def describe(self):
        return f"sends the rest of {len(self.message.data):,} bytes through {self.channel.label}"

    def waits_for(self):
        return f"for somebody to read from {self.channel.label}: its {len(self.message.data):,} bytes do not fit into the pipe"


class Receive(Transfer):
    """Read the first message, when there is one.  Raises EOFError when none can come."""

    __slots__ = ()
    kind = "receive"

    def __init__(self, channel):
        super().__init__(channel, channel.head)

    def ready(self):
        return self.channel.readable()

    def apply(self, machine):
        if self.channel.messages:
            return self.channel.get(machine)
        raise self.channel.broken(machine) or EOFError

    def describe(self):
        return f"receives a message from {self.channel.label}"

    def waits_for(self):
        c = self.channel
        return f"for a message from {c.label}, which is empty and still open for writing in {c.open_for_writing()}"


class ReceiveRest(Transfer):
    """The rest of a message that no pipe holds.  OSError when its writer has gone."""

    __slots__ = ("message",)
    kind = "receive"

    def __init__(self, channel, message):
        self.message = message
        super().__init__(channel)

    def ready(self):
        return self.message.complete or self.message.sender.ended and not self.channel.writers

    def apply(self, machine):
        if not self.message.complete:
            raise self.channel.broken(machine) or OSError("got end of file during message")
        machine.join(self.message.past)
        return self.message

    def describe(self):
        return f"receives the rest of a message from {self.channel.label}"

    def waits_for(self):
        return f"for the rest of a message from {self.channel.label}"


class Close(Operation):
    """Close one end."""

    __slots__ = ("end",)
    kind = "close"

    def __init__(self, end):
        self.end = end
        super().__init__(end.touches)

    def apply(self, machine):
        self.end.close(machine)

    def describe(self):
        return f"closes {self.end.label}"


class End:
    """What one process holds open of a pipe.  space None: nobody yet; it is on its way to a process that is being started."""

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

    def close(self, machine):
        """Closed by its process; part of an operation."""
        if self.space is not None:
            self.space.handles.pop(self.number, None)
        self.vanish(machine)

    def vanish(self, machine):
        """Closed, by close() or by the end of the process."""
        reads = self.reads
        if reads is not None:
            reads.readers.pop(self.number, None)
            if reads.back is not None and not reads.readers and (reads.messages or reads.spoilt):
                reads.back.reset = True
        if self.writes is not None:
            self.writes.writers.pop(self.number, None)
            self.writes.closed_past |= machine.current.past
