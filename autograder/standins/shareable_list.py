"""ShareableList: the interpreter's own code, over a ``struct`` that reads and writes segments by operations.

An item is read and written in several steps, as it really is: its format, its bytes, its kind.
"""

from __future__ import annotations

import multiprocessing.shared_memory as real
import struct
import types

from ..instrument.accesses import Access
from ..machine import EXCLUSIVE, READ, Shifting, machine
from .shared_memory import SharedMemory


class Pack(Shifting):
    """Write ``data`` at ``offset``; where that changes nothing, it is a read."""

    __slots__ = ("segment", "offset", "data", "how", "name", "silent")
    kind = "access"
    plain = True

    def __init__(self, view, offset, data, name, silent):
        self.segment = view.segment
        self.offset = offset
        self.data = data
        self.how = "writes"
        self.name = name
        self.silent = silent
        super().__init__(())

    def more(self):
        where = slice(self.offset, self.offset + len(self.data))
        same = self.segment.memory[where] == self.data
        return self.segment.touching(range(where.start, where.stop), READ if same else EXCLUSIVE)

    def apply(self, machine):
        self.segment.memory[self.offset:self.offset + len(self.data)] = self.data

    def describe(self):
        return f"{self.how} {self.name}"


class QuietAccess(Access):
    """What no reader of a trace wants to see."""

    __slots__ = ()
    silent = True


def _what(format, view):
    """What a piece of a list is called, and does a reader not want to see it?"""
    label = view.segment.label
    if view.item is None:
        return f"the head of {label}", True
    item = f"{label}[{view.item}]"
    about = {"8s": "the format of ", "b": "the kind of "}.get(format, "")
    return about + item, bool(about)


def _pack_into(format, view, offset, *values):
    data = struct.pack(format, *values)
    if data:
        machine().perform(Pack(view, offset, data, *_what(format, view)))


def _unpack_from(format, view, offset=0):
    memory, size = view.segment.memory, struct.calcsize(format)
    name, quiet = _what(format, view)

    def action():
        found = struct.unpack(format, memory[offset:offset + size])
        values.extend(found)
        return found[0] if len(found) == 1 else found
    values = []
    if size:
        touches = view.segment.touching(range(offset, offset + size), READ)
        machine().perform((QuietAccess if quiet else Access)(touches, None, "reads", name, action))
    return values


_STRUCT = types.SimpleNamespace(pack_into=_pack_into, unpack_from=_unpack_from, calcsize=struct.calcsize)


def _over_segments(function):
    """The real method, with our SharedMemory and ``struct`` in the place of its module's."""
    space = {**vars(real), "SharedMemory": SharedMemory, "struct": _STRUCT}
    copy = types.FunctionType(function.__code__, space, function.__name__, function.__defaults__, function.__closure__)
    copy.__kwdefaults__ = function.__kwdefaults__
    return copy


def _adapted(member):
    if isinstance(member, types.FunctionType):
        return _over_segments(member)
    if isinstance(member, property):
        return property(_over_segments(member.fget))
    if isinstance(member, staticmethod):
        return staticmethod(_over_segments(member.__func__))
    return member


ShareableList = type("ShareableList", (), {name: _adapted(member) for name, member in vars(real.ShareableList).items()
                                           if name not in ("__dict__", "__weakref__", "__module__")})
ShareableList.__module__ = __name__


def _named(method):
    """The method of an item, so that its steps are called by the item's name."""
    def named(self, position, *value):
        view = self.shm.buf
        if view is None:
            return method(self, position, *value)
        before, view.item = view.item, position
        try:
            return method(self, position, *value)
        finally:
            view.item = before
    return named


for _name in ("__getitem__", "__setitem__", "_get_packing_format"):
    setattr(ShareableList, _name, _named(getattr(ShareableList, _name)))
