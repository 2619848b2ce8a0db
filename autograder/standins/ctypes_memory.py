"""ctypes' simple types and their arrays, each access an operation; what Value and Array put into shared memory.

The data stand in real ctypes objects, so that conversions, limits and errors are ctypes' own.  Elements of an array are separate
data.  A slice of a raw array is read and written element by element, as another process can see it (from ``LONG`` elements on
in one step, to keep schedules few).

An access under a lock that is taken just for it is one operation, enabled while the lock is free, unless the program looks at
locks or kills processes (``machine.probing``): then acquiring, the access, and releasing are three.
"""

from __future__ import annotations

import ctypes

from ..instrument.accesses import Access
from ..machine import EXCLUSIVE, READ, machine
from . import locks, synchronize
from .pickling import attach, check_spawning, register
from .standin import StandIn

LONG = 33           # elements


class LockedAccess(Access):
    """Acquire the lock, read or write, release."""

    __slots__ = ("lock",)

    def __init__(self, lock, touches, how, name, action):
        super().__init__(((lock.key, READ), *touches), None, how, name, action)
        self.lock = lock

    def ready(self):
        return self.lock.owner is None

    def apply(self, machine):
        machine.join(self.lock.past)
        return self.action()

    def waits_for(self):
        return self.lock.waited_for()


def access(touches, how, name, action, lock=None):
    """Read or write memory, with ``lock`` held for just that if there is one.  touches: () if there is nothing to touch."""
    m = machine()
    if m.atomic:
        return action()
    if lock is None:
        return m.perform(Access(touches, None, how, name, action)) if touches else action()
    if isinstance(lock, locks.Lock) and not m.probing:
        if lock.mine() and isinstance(lock, (locks.RLock, synchronize.RLock)):
            return m.perform(Access(touches, None, how, name, action))
        return m.perform(LockedAccess(lock, touches, how, name, action))
    lock.acquire()
    try:
        return m.perform(Access(touches, None, how, name, action))
    finally:
        lock.release()


class CType(type):
    """The class of ctypes' types.  ``__real__``: the ctypes type that one stands for; no program may have it, since it can reach
    any memory."""

    def __mul__(cls, length):
        real = cls.__real__ * length
        found = ARRAYS.get(real)
        if found is None:
            base = String if cls.__real__ is ctypes.c_char else WideString if cls.__real__ is ctypes.c_wchar else Array_
            found = ARRAYS[real] = CType(real.__name__, (base,), {"__real__": real, "_type_": cls, "_length_": real._length_,
                                                                  "__module__": "multiprocessing.sharedctypes"})
        return found

    __rmul__ = __mul__


class Memory(StandIn, metaclass=CType):
    """A ctypes object.  ``shared``: it lies in memory that a child process gets too; else it is pickled by value."""

    def __init__(self, *args):
        self.__cell__ = self.__real__(*map(bare, args))
        super().__init__("value" if isinstance(self, Simple) else "array")
        self.shared = False

    def reading(self, indices):
        return tuple(((*self.key, i), READ) for i in indices)

    def writing(self, indices):
        return tuple(((*self.key, i), EXCLUSIVE) for i in indices)

    def get(self, name, lock=None):
        where = self.reading(self.everything())
        return access(where, "reads", f"{self.label}.{name}", lambda: getattr(self.__cell__, name), lock)

    def set(self, name, value, lock=None):
        value = bare(value)
        where = self.writing(self.everything())
        access(where, "writes", f"{self.label}.{name}", lambda: setattr(self.__cell__, name, value), lock)

    def recipe(self):
        """What makes a copy: a function and its arguments."""
        simple = isinstance(self, Simple)
        element = self.__real__ if simple else self.__real__._type_
        return rebuilt, (element.__name__, None if simple else len(self.__cell__), bytes(self.__cell__))

    def __reduce_ex__(self, protocol):
        if self.shared:
            check_spawning(self)
            return attach, (register(self),)
        return self.recipe()


class Simple(Memory):
    """One number or character."""

    value = property(lambda self: self.get("value"), lambda self, value: self.set("value", value))

    def everything(self):
        return (0,)

    def __bool__(self):
        return bool(self.value)

    def __repr__(self):
        return repr(self.__cell__)


class Array_(Memory):
    """An array of simple objects."""

    def everything(self):
        return range(len(self.__cell__))

    def __len__(self):
        return len(self.__cell__)

    def indices(self, index):
        """Which elements ``index`` means: none if it is an error."""
        length = len(self.__cell__)
        if isinstance(index, slice):
            return range(*index.indices(length))
        if not hasattr(index, "__index__"):
            return ()
        index = index.__index__()
        return (index % length,) if -length <= index < length else ()

    def name_of(self, index):
        if isinstance(index, slice):
            parts = (index.start, index.stop, index.step)[:2 + (index.step is not None)]
            index = ":".join("" if part is None else str(part) for part in parts)
        return f"{self.label}[{index}]"

    def read(self, index, lock=None):
        where = self.indices(index)
        if isinstance(index, slice) and lock is None and len(where) < LONG:
            return self.joined([self.read(i) for i in where])
        return access(self.reading(where), "reads", self.name_of(index), lambda: self.__cell__[index], lock)

    def write(self, index, value, lock=None):
        where = self.indices(index)
        if isinstance(index, slice) and lock is None and len(where) < LONG:
            if not hasattr(value, "__len__") or len(value) != len(where):
                raise ValueError("Can only assign sequence of same size")
            for i, element in zip(where, range(len(value))):
                self.write(i, value[element])
            return
        value = [*map(bare, value)] if isinstance(index, slice) and type(value) is list else bare(value)
        access(self.writing(where), "writes", self.name_of(index), lambda: self.__cell__.__setitem__(index, value), lock)

    def joined(self, elements):
        return elements

    def __getitem__(self, index):
        return self.read(index)

    def __setitem__(self, index, value):
        self.write(index, value)

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__name__} object at {self.address()}>"


class WideString(Array_):
    """An array of c_wchar."""

    value = Simple.value

    def joined(self, elements):
        return "".join(elements)


class String(Array_):
    """An array of c_char."""

    value = Simple.value
    raw = property(lambda self: self.get("raw"), lambda self, value: self.set("raw", value))

    def joined(self, elements):
        return b"".join(elements)


def bare(value):
    """The real ctypes object behind a stand-in; any other value itself."""
    return value.__cell__ if isinstance(value, Memory) else value


def rebuilt(name, length, data):
    """A copy: name: of its type, or its elements' type.  length: of an array, else None.  data: its bytes."""
    type_ = TYPES[getattr(ctypes, name)]
    obj = type_() if length is None else (type_ * length)()
    ctypes.memmove(ctypes.addressof(obj.__cell__), data, len(data))
    return obj


NAMES = ("c_bool c_byte c_ubyte c_char c_wchar c_short c_ushort c_int c_uint c_long c_ulong c_longlong c_ulonglong "
         "c_float c_double c_longdouble c_int8 c_int16 c_int32 c_int64 c_uint8 c_uint16 c_uint32 c_uint64 "
         "c_size_t c_ssize_t").split()
TYPES = {}          # real type -> stand-in
ARRAYS = {}         # the same for types of arrays
for _real in (getattr(ctypes, name) for name in NAMES):
    TYPES.setdefault(_real, CType(_real.__name__, (Simple,), {"__real__": _real, "__module__": "ctypes"}))
CODES = {code: TYPES[getattr(ctypes, name)] for code, name in {
    "c": "c_char", "u": "c_wchar", "b": "c_byte", "B": "c_ubyte", "h": "c_short", "H": "c_ushort", "i": "c_int", "I": "c_uint",
    "l": "c_long", "L": "c_ulong", "q": "c_longlong", "Q": "c_ulonglong", "f": "c_float", "d": "c_double"}.items()}


def members():
    """The names of the stand-in for the module ``ctypes``: the simple types only."""
    return {**{name: TYPES[getattr(ctypes, name)] for name in NAMES},
            "sizeof": lambda what: ctypes.sizeof(what.__real__ if isinstance(what, CType) else bare(what))}
