"""multiprocessing's Queue, JoinableQueue and SimpleQueue.

What is put goes into a buffer of the putting process; its *feeder*, a task of its own, pickles it and writes it into the pipe.  So an
item that has been put need not be there yet for others, and a process does not end before its feeders have written all.

The kernel's part of a queue is a Store, the same for all processes; each process has a Queue of its own that refers to it.
"""

from __future__ import annotations

import queue as real
import traceback
from collections import deque

from ..machine import EXCLUSIVE, Operation, Restart, Shifting, machine
from . import endings, pickling, queues
from .connections import HEADER, Channel, ReceiveRest, SendRest, receive, send
from .semaphores import Semaphore
from .standin import StandIn
from .waiting import Timed

COUNTED = "process queues are counted"          # learnt: the program asks how many items there are, so each put matters
LATE = "what was put is changed before it is pickled"   # learnt: so it matters when the feeder comes


class Store(StandIn):
    """free: permits for the places of a bounded queue.  count: items put and not yet taken.  lost: a process was killed while it waited
    in ``get`` and perhaps held the queue's lock for reading.  _puts, _dones: tasks, see ``queues``.
    """

    def __init__(self, maxsize):
        super().__init__("queue")
        self.channel = Channel(self.label)
        self.channel.readers[0] = self.channel.writers[0] = None    # both ends are open in every process: no end of file
        self.maxsize = maxsize
        self.free = Semaphore(maxsize) if maxsize > 0 else None
        if self.free is not None:
            self.free.label = f"a free place in {self.label}"
        self.count = 0
        self.counting = (*self.key, "count")
        self.gives = ((self.counting, "count"),) + (self.free.tail if self.free is not None else ())     # what a get touches
        self.lost = False
        self._tail = (((*self.key, "tasks put"), EXCLUSIVE),)
        self._tasks = (((*self.key, "tasks"), EXCLUSIVE),)
        self._puts = self._dones = 0


class PutStep(Shifting):
    """An item goes into the process's buffer; a step of its own only where the number of items or of tasks is looked at."""

    __slots__ = ("store", "tasks", "site")
    kind = "put"
    enabling = True

    def __init__(self, store, tasks):
        self.store = store
        self.tasks = tasks
        self.site = None if tasks else COUNTED
        super().__init__(((store.counting, "count"),))

    def more(self):
        store = self.store
        return store._tail + (((*store.key, "task", store._puts + 1), EXCLUSIVE),) if self.tasks else ()

    def apply(self, machine):
        self.store.count += 1
        self.store._puts += self.tasks

    def describe(self):
        return f"puts an item into {self.store.label}"


class Feed(Shifting):
    """The feeder pickles the oldest item of its buffer and writes it into the pipe."""

    __slots__ = ("queue", "message")
    kind = "feed"
    enabling = True

    def __init__(self, queue):
        self.queue = queue
        self.message = None
        super().__init__(queue._store.channel.tail + ((queue._buffered, EXCLUSIVE),))

    def more(self):
        """What cannot be pickled is dropped, and its place is free."""
        buffer = self.queue._buffer
        return self.queue._store.gives if buffer and buffer[0][3] is None else ()

    def enabled(self):
        buffer, store = self.queue._buffer, self.queue._store
        return bool(buffer) and store.channel.room(HEADER + buffer[0][2])

    def apply(self, machine):
        queue, store = self.queue, self.queue._store
        obj, past, size, snapshot = queue._buffer.popleft()
        machine.join(past)
        try:
            data = machine.atomically(pickling.dumps, obj)
        except Exception:
            machine.write(traceback.format_exc())
            if store.free is not None:
                store.free.tokens.append(machine.current.past)
            store.count -= 1
            return
        if data != snapshot and snapshot is not None and machine.sites is not None and LATE not in machine.sites:
            machine.sites.add(LATE)
            machine.give_up(Restart())
        self.message = store.channel.put(data, machine)

    def describe(self):
        return f"writes an item that was put into {self.queue._store.label} into the pipe"

    def waits_for(self):
        store = self.queue._store
        if not self.queue._buffer:
            return f"for items that are put into {store.label}"
        return f"for room in {store.label}'s pipe: what has been put there has not been taken"


class Flush(Operation):
    """Wait until the feeder has written everything."""

    __slots__ = ("queue",)
    kind = "flush"

    def __init__(self, queue):
        self.queue = queue
        super().__init__()

    def ready(self):
        return not self.queue._buffer and not self.queue._writing

    def apply(self, machine):
        machine.join(self.queue._feeder.past)

    def describe(self):
        return f"has written all that it had put into {self.queue._store.label}"

    def waits_for(self):
        return f"for room in {self.queue._store.label}: what it has put there has not been taken, and it cannot end before"


class Late(Operation):
    """Between ``put`` and what follows, where it matters whether the feeder comes before."""

    __slots__ = ("site",)
    silent = True

    def __init__(self, queue):
        self.site = LATE
        super().__init__(((queue._buffered, EXCLUSIVE),))

    def describe(self):
        return "goes on after put"


class Get(Operation):
    """Take the oldest item out of the pipe."""

    __slots__ = ("store",)
    kind = "get"
    enabling = True

    def __init__(self, store):
        self.store = store
        super().__init__(store.channel.head + store.gives)

    def ready(self):
        return bool(self.store.channel.messages) and not self.store.lost

    def apply(self, machine):
        return take(self.store, machine)

    def killed(self):
        self.store.lost = True

    def describe(self):
        return f"takes an item from {self.store.label}"

    def waits_for(self):
        store = self.store
        if store.lost:
            return f"for {store.label}, whose lock for reading was held by a process that has been killed"
        return f"for an item in {store.label}, which is empty"


class TryGet(Timed):
    """The same, if there is one, or one comes within ``timeout`` (seconds)."""

    __slots__ = ("store", "message")
    kind = "get"

    def __init__(self, store, timeout, machine):
        super().__init__(timeout, machine, store.channel.head + store.channel.tail + store.gives)
        self.store = store
        self.message = None

    def there(self):
        return bool(self.store.channel.messages) and not self.store.lost

    def take(self, machine):
        self.message = take(self.store, machine)

    def killed(self):
        self.store.lost = True

    def describe(self):
        return f"takes an item from {self.store.label} {self.patience()}"

    def waits_for(self):
        return f"for an item in {self.store.label}, which is empty"


def take(store, machine):
    """Part of a get: the first message."""
    message = store.channel.get(machine)
    store.count -= 1
    if store.free is not None:
        store.free.tokens.append(machine.current.past)
    return message


class LookAt(Operation):
    """``empty``, ``qsize``, ``full``: a look."""

    __slots__ = ("store", "what", "look")
    kind = "read"

    def __init__(self, store, what, look, touches):
        self.store = store
        self.what = what
        self.look = look
        super().__init__(touches)

    def apply(self, machine):
        return self.look(self.store)

    def describe(self):
        return f"looks at {self.store.label}: {self.what}"


class Queue:
    """Stands in for ``multiprocessing.Queue``, in one process."""

    _tasks = False

    def __init__(self, maxsize=0, *, ctx=None):
        self._attach(Store(maxsize))

    def _attach(self, store):
        self._store = store
        self._buffer = deque()          # (object, past of its put, bytes, its pickle then)
        self._buffered = ("buffer", machine().number("buffer"))
        self._writing = False
        self._feeder = None
        self._closed = False
        self._flushes = True

    @classmethod
    def _rebuild(cls, number):
        self = cls.__new__(cls)
        self._attach(pickling.attach(number))
        return self

    def __reduce__(self):
        pickling.check_spawning(self)
        return type(self)._rebuild, (pickling.register(self._store),)

    def put(self, obj, block=True, timeout=None):
        self._check()
        m = machine()
        store = self._store
        counted = m.sites is None or COUNTED in m.sites
        if store.free is not None and not store.free.acquire(block, timeout if block else None):
            raise real.Full
        if counted or self._tasks:
            m.perform(PutStep(store, self._tasks))
        else:
            store.count += 1
        try:
            snapshot = m.atomically(pickling.dumps, obj)
        except Exception:
            snapshot = None             # the feeder finds out
        self._buffer.append((obj, m.current.past, len(snapshot or ""), snapshot))
        if self._feeder is None:
            self._feeder = m.spawn(self._feed, f"{m.current.space.name}: feeder of {store.label}", daemon=True, guarded=True)
            endings.at_exit(self._flush, endings.FLUSH)
        if m.sites is None or LATE in m.sites:
            m.perform(Late(self))

    def _feed(self):
        m = machine()
        while True:
            step = Feed(self)
            self._writing = False
            m.perform(step)
            if step.message is not None and not step.message.complete:
                self._writing = True
                m.perform(SendRest(self._store.channel, step.message))

    def _flush(self):
        if self._flushes and (self._buffer or self._writing):
            machine().perform(Flush(self))

    def get(self, block=True, timeout=None):
        self._check()
        m = machine()
        if block and timeout is None:
            message = m.perform(Get(self._store))
        else:
            step = TryGet(self._store, timeout if block and timeout > 0 else None, m)
            if not m.perform(step):
                raise real.Empty
            message = step.message
        if not message.complete:
            m.perform(ReceiveRest(self._store.channel, message))
        return pickling.loads(message.data)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def _look(self, what, look):
        m = machine()
        if m.sites is not None and COUNTED not in m.sites:
            m.sites.add(COUNTED)
            m.give_up(Restart())
        touches = ((self._store.counting, EXCLUSIVE),)
        if self._store.free is not None:
            touches += self._store.free.head + self._store.free.tail
        return m.perform(LookAt(self._store, what, look, touches))

    def qsize(self):
        return self._look("how many items it has", lambda store: store.count)

    def full(self):
        return self._look("is it full?", lambda store: 0 < store.maxsize <= store.count)

    def empty(self):
        self._check()
        channel = self._store.channel
        return machine().perform(LookAt(self._store, "is it empty?", lambda store: not channel.messages, channel.head + channel.tail))

    def close(self):
        self._closed = True

    def join_thread(self):
        assert self._closed, f"Queue {self!r} not closed"
        self._flush()

    def cancel_join_thread(self):
        machine().needs_probing()       # what is left in the buffer may be lost at any point
        self._flushes = False

    def _check(self):
        if self._closed:
            raise ValueError(f"Queue {self!r} is closed")

    def __repr__(self):
        return f"<multiprocessing.queues.{type(self).__name__} object at {0x7f0000000000 + 64 * self._store.key[1]:#x}>"


class JoinableQueue(Queue):
    """Stands in for ``multiprocessing.JoinableQueue``."""

    _tasks = True

    def task_done(self):
        machine().perform(queues.Done(self._store))

    def join(self):
        machine().perform(queues.Join(self._store))


class SimpleQueue:
    """Stands in for ``multiprocessing.SimpleQueue``: no buffer and no feeder; ``put`` writes into the pipe."""

    def __init__(self, *, ctx=None):
        self._attach(Store(0))

    def _attach(self, store):
        self._store = store
        self._channel = store.channel
        self._closed = False

    _rebuild = classmethod(Queue._rebuild.__func__)
    __reduce__ = Queue.__reduce__

    def put(self, obj):
        data = pickling.dumps(obj)
        self._check()
        send(self._channel, data)

    def get(self):
        self._check()
        return pickling.loads(receive(self._channel))

    def empty(self):
        channel = self._channel
        return machine().perform(LookAt(self._store, "is it empty?", lambda store: not channel.messages, channel.head + channel.tail))

    def close(self):
        self._closed = True

    def _check(self):
        if self._closed:
            raise OSError("handle is closed")


def members():
    """The names of the stand-in for ``multiprocessing.queues``."""
    return {"Queue": Queue, "JoinableQueue": JoinableQueue, "SimpleQueue": SimpleQueue, "Empty": real.Empty, "Full": real.Full}
