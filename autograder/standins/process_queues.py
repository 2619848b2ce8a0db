"""multiprocessing's Queue, JoinableQueue and SimpleQueue.

What is put goes into a buffer of the putting process; its *feeder*, a task of its own, pickles it and writes it into the pipe.
So an item that has been put need not be there yet for others, and a process does not end before its feeders have written all.

The kernel's part of a queue is a Store, the same for all processes; each process has a Queue of its own that refers to it.
"""

from __future__ import annotations

import queue as real
import sys
import types

from ..machine import EXCLUSIVE, machine
from . import endings, pickling
from .channels import ReceiveRest, Send, SendRest
from .process_queue_steps import LAST, Feed, Flush, Get, Late, PutStep, TryGet, snapshot_of
from .process_queue_store import LATE, SEEN, Buffer, Enter, FeederEnters, Leave, Store, TryEnter, known, learn, merges
from .queue_steps import Done, Join, LookAt

INSIDE = {"_writer", "_rlock", "_wlock", "_sem", "_poll", "_notempty", "_maxsize", "_thread", "_jointhread",
          "_unfinished_tasks", "_cond"}        # of the real ones


class _Handle:
    """What one process holds of a queue, of any kind."""

    def __reduce__(self):
        pickling.check_spawning(self)
        return rebuild, (type(self), pickling.register(self._store))

    @property
    def _reader(self):
        """Its pipe's reading end, which programs hand to ``connection.wait``."""
        from .connections import Connection

        machine().needs_probing()
        if "reader" not in self.__dict__:
            channel = self._store.channel
            self.__dict__["reader"] = Connection(channel, None, channel.label)
        return self.__dict__["reader"]

    def __getattr__(self, name):
        if name in INSIDE:
            machine().world.refuse(f"multiprocessing.{type(self).__name__}.{name} cannot be used on the simulated machine")
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")

    def __repr__(self):
        return f"<multiprocessing.queues.{type(self).__name__} object at {self._store.address()}>"


class Queue(_Handle):
    """Stands in for ``multiprocessing.Queue``, in one process."""

    _tasks = False

    def __init__(self, maxsize=0, *, ctx):
        self._attach(Store(maxsize, machine()))

    def _attach(self, store):
        self._store = store
        self._buffer = Buffer(store)
        self._closed = False
        self._flushes = True

    def put(self, obj, block=True, timeout=None):
        self._check()
        m = machine()
        store, buffer = self._store, self._buffer
        if store.free is not None and not store.free.acquire(block, timeout if block else None):
            raise real.Full
        buffer.putters.add(m.current.id)
        if len(buffer.putters) > 1:
            learn(m, SEEN)
        if self._tasks or known(m, SEEN):
            m.perform(PutStep(buffer, self._tasks))
        else:
            store.count += 1
        buffer.items.append((obj, m.current.past, snapshot_of(obj, m)))
        if buffer.feeder is None:
            m.current.space.keep.setdefault("feeding", []).append(self)
            buffer.feeder = m.spawn(self._feed, f"{m.current.space.name}: feeder of {store.label}", daemon=True, guarded=True)
            endings.at_exit(self._flush, endings.FLUSH)
        if known(m, LATE):
            m.perform(Late(buffer))

    def _feed(self):
        m = machine()
        buffer, gate = self._buffer, self._store.write_gate
        while True:
            if not merges(m):
                m.perform(FeederEnters(buffer))
            step = Feed(buffer)
            over = m.perform(step)
            if step.message is not None and not step.message.complete:
                gate.holder = buffer.feeder
                m.perform(SendRest(self._store.channel, step.message))
            if gate.holder is buffer.feeder:
                m.perform(Leave(gate))
            if over:
                return

    def _flush(self):
        if self._flushes and self._buffer.feeder is not None:
            m = machine()
            (m.quietly if self._buffer.written() else m.perform)(Flush(self._buffer))

    def get(self, block=True, timeout=None):
        self._check()
        if block and timeout is None:
            return pickling.loads(get(self._store).data)
        message = try_get(self._store, timeout if block and timeout > 0 else None)
        if message is None:
            raise real.Empty
        return pickling.loads(message.data)

    def put_nowait(self, obj):
        return self.put(obj, False)

    def get_nowait(self):
        return self.get(False)

    def _look(self, what, look):
        m = machine()
        learn(m, SEEN)
        touches = ((self._store.counting, EXCLUSIVE),)
        if self._store.free is not None:
            touches += self._store.free.head + self._store.free.tail
        return m.perform(LookAt(self._store, what, lambda: look(self._store), touches))

    def qsize(self):
        return self._look("how many items it has", lambda store: store.count)

    def full(self):
        return self._look("is it full?", lambda store: 0 < store.maxsize <= store.count)

    def empty(self):
        return machine().perform(looks_empty(self._store, self._buffer if self._closed else None))

    def close(self):
        if not self._closed and self._buffer.feeder is not None:
            self._buffer.items.append(LAST)
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

    if sys.version_info >= (3, 12):
        __class_getitem__ = classmethod(types.GenericAlias)


class JoinableQueue(Queue):
    """Stands in for ``multiprocessing.JoinableQueue``."""

    _tasks = True

    def __init__(self, maxsize=0, *, ctx):
        super().__init__(maxsize, ctx=ctx)
        self._store.joinable = True

    def task_done(self):
        machine().perform(Done(self._store))

    def join(self):
        machine().perform(Join(self._store))


class SimpleQueue(_Handle):
    """Stands in for ``multiprocessing.SimpleQueue``: no buffer and no feeder; ``put`` writes into the pipe."""

    def __init__(self, *, ctx):
        self._attach(Store(0, machine()))

    def _attach(self, store):
        self._store = store
        self._closed = False

    def put(self, obj):
        data = pickling.dumps(obj)
        self._check()
        m = machine()
        gate, channel = self._store.write_gate, self._store.channel
        locks = m.probing
        if locks:
            m.perform(Enter(gate))
        step = Send(channel, data)
        m.perform(step)
        if not step.message.complete:
            m.perform(SendRest(channel, step.message))
        if locks:
            m.perform(Leave(gate))

    def get(self):
        self._check()
        return pickling.loads(get(self._store).data)

    def empty(self):
        self._check()
        return machine().perform(looks_empty(self._store, None))

    def close(self):
        self._closed = True

    def _check(self):
        if self._closed:
            raise OSError("handle is closed")

    __class_getitem__ = classmethod(types.GenericAlias)


def rebuild(kind, number):
    """The queue, in the process that it has been handed to."""
    queue = kind.__new__(kind)
    queue._attach(pickling.attach(number))
    return queue


def get(store):
    """Wait for the next message, and take it."""
    m = machine()
    arrive(store, m, False)
    if m.probing:
        m.perform(Enter(store.read_gate))
    return rest_of(store, m.perform(Get(store, m)), m)


def try_get(store, timeout):
    """The next message if there is one, or comes to be one within ``timeout`` seconds (None: now); else None.

    None also when another task is just taking one: it holds the lock for reading.
    """
    m = machine()
    arrive(store, m, True)
    if m.probing:
        end = None if timeout is None else m.now + timeout
        if not m.perform(TryEnter(store.read_gate, timeout, m)):
            return None
        timeout = None if end is None else max(0, end - m.now)
    step = TryGet(store, timeout, m)
    if m.perform(step):
        return rest_of(store, step.message, m)
    if not merges(m):
        m.perform(Leave(store.read_gate))
    return None


def arrive(store, machine, tries):
    """Another get: who looks without waiting for ever may see that others get."""
    store.getters.add(machine.current.id)
    store.tried = store.tried or tries
    if store.tried and len(store.getters) > 1:
        machine.needs_probing()


def rest_of(store, message, machine):
    """What is left of a get when the message has begun to come."""
    whole = message.complete
    if not whole:
        machine.perform(ReceiveRest(store.channel, message))
    if machine.probing and not (whole and merges(machine)):
        machine.perform(Leave(store.read_gate))
    return message


def looks_empty(store, closed):
    """The operation of ``empty``.  closed: the buffer of a queue that has been closed."""
    def look(store):
        if closed is not None and closed.over:
            raise OSError("handle is closed")
        return not store.channel.messages
    touches = store.channel.head + store.channel.tail
    return LookAt(store, "is it empty?", lambda: look(store), touches if closed is None else touches + closed.closing)


def queue(maxsize=0):
    """Stands in for ``multiprocessing.Queue``."""
    return Queue(maxsize, ctx=None)


def joinable_queue(maxsize=0):
    """Stands in for ``multiprocessing.JoinableQueue``."""
    return JoinableQueue(maxsize, ctx=None)


def simple_queue():
    """Stands in for ``multiprocessing.SimpleQueue``."""
    return SimpleQueue(ctx=None)


def members():
    """The names of the stand-in for ``multiprocessing.queues``."""
    return {"Queue": Queue, "JoinableQueue": JoinableQueue, "SimpleQueue": SimpleQueue, "Empty": real.Empty, "Full": real.Full}
