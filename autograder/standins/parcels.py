"""What goes between a manager's clients and its server: copies, through pickle."""

from __future__ import annotations

import copyreg
import io
import pickle
import traceback
from collections import ChainMap

from ..instrument.accesses import is_rewritten
from ..instrument.containers import mutators_of
from ..machine import READ, Operation, machine
from . import pickling
from .barriers import BrokenBarrierError

PLAIN = (int, float, bool, str, bytes, type(None))      # their copies cannot be told from them
SITE = ("what a manager's server sends", 0)      # where the server looks at the program's data: see Machine.is_private


def answer(kind, value):
    """The reply as the client gets it: (kind, value or bytes to be unpickled by the client)."""
    if type(value) in PLAIN or type(value) is BrokenBarrierError:       # which bears the real one's name, not its own
        return kind, value
    try:
        return kind, Pickled(dumps(value))
    except Exception as error:
        return "TRACEBACK", f"Unserializable message: {remote_traceback(error)}\n"


def dumps(what):
    """``what`` as bytes.  As the real module does, a dict's views are sent as lists."""
    task = machine().current
    before, task.spawning = task.spawning, False
    try:
        buffer = io.BytesIO()
        _Pickler(buffer).dump(what)
        return buffer.getvalue()
    finally:
        task.spawning = before


class _Pickler(pickle.Pickler):
    dispatch_table = ChainMap({type(view): lambda view: (list, (list(view),)) for view in ({}.keys(), {}.values(), {}.items())},
                              copyreg.dispatch_table)


class Pickled(bytes):
    """A value on its way."""

    def __repr__(self):
        return repr(pickling.loads(self))


def unpickled(value):
    """What has come, in the running task's process."""
    return pickling.loads(value) if type(value) is Pickled else value


def read_parts(value):
    """The program's containers and objects that pickling ``value`` reads, as touches: for those that others can see."""
    m = machine()
    touches, seen, todo = [], set(), [value]
    while todo:
        what = todo.pop()
        cls = type(what)
        if cls in PLAIN or id(what) in seen:
            continue
        seen.add(id(what))
        names = ()
        if mutators_of(cls) is not None:
            names = ("items",)
            todo += [*what.keys(), *what.values()] if isinstance(what, dict) else list(what)
        elif cls in (tuple, frozenset):
            todo += what
        elif is_rewritten(cls) and hasattr(what, "__dict__"):
            names = tuple(what.__dict__)
            todo += what.__dict__.values()
        for name in names:
            if m.sites is None or not m.is_private((id(what), name), SITE, what):
                m.keep[id(what)] = what
                touches.append(((id(what), name), READ))
    return tuple(touches)


class Reply(Operation):
    """What a method of the program's returned is pickled: a look at all of it at once."""

    __slots__ = ("value",)
    kind = "reply"

    def __init__(self, value, touches):
        self.value = value
        super().__init__(touches)

    def apply(self, machine):
        return machine.atomically(answer, "RETURN", self.value)

    def describe(self):
        return "copies what is returned"


def remote_traceback(error):
    """The traceback as the server sends it: the program's own lines, and the error."""
    files = machine().world.files if machine().world is not None else ()
    lines = []
    if error.__context__ is not None and not error.__suppress_context__:
        lines = [remote_traceback(error.__context__), "\nDuring handling of the above exception, another exception occurred:\n\n"]
    lines.append("Traceback (most recent call last):\n")
    for frame in traceback.extract_tb(error.__traceback__):
        if frame.filename in files:
            lines.append(f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n    {frame.line}\n')
    return "".join(lines + traceback.format_exception_only(type(error), error))
