"""SharedMemory: named segments, and views of their bytes whose every access is an operation.

A segment lives in the kernel under its name from its creation until it is unlinked; who has it open keeps it beyond that.
What a process copies out of or into a segment it copies word by word (8 bytes), as another process can see it.
"""

from __future__ import annotations

import weakref

from ..instrument.accesses import Access
from ..machine import EXCLUSIVE, READ, Operation, machine
from .standin import StandIn

WORD = 8            # bytes that a processor copies at once
LONG = 256          # bytes from which on a copy is one step, to keep schedules few


class Segment(StandIn):
    """The memory itself.  ``name`` as the kernel has it, with a slash; ``memory``: its bytes."""

    def __init__(self, name, size):
        super().__init__("segment")
        self.name = name
        self.memory = bytearray(size)

    def touching(self, places, mode):
        return tuple(((*self.key, place), mode) for place in places)


def segments():
    """The kernel's segments that have a name, by name."""
    return machine().keep.setdefault("segments", {})


def unlinked(machine):
    """Names of the segments that are left at the end of a run because nobody has unlinked them, in the order of creation."""
    return [name.removeprefix("/") for name in machine.keep.get("segments", ())]


class Named(Operation):
    """Create, open or unlink the segment with a name.  ``size``: bytes, for a new one."""

    __slots__ = ("how", "name", "size")
    kind = "segment"

    def __init__(self, how, name, size=0):
        self.how = how
        self.name = name
        self.size = size
        super().__init__(((("segment", name), READ if how == "opens" else EXCLUSIVE),))

    def apply(self, machine):
        known = segments()
        if self.how == "creates":
            if self.name in known:
                raise FileExistsError(17, "File exists", self.name)
            known[self.name] = Segment(self.name, self.size)
        elif self.name not in known:
            raise FileNotFoundError(2, "No such file or directory", self.name)
        return known.pop(self.name) if self.how == "unlinks" else known[self.name]

    def describe(self):
        return f"{self.how} shared memory {self.name.removeprefix('/')}"


# -- views -----------------------------------------------------------------------------------------------------------

class View:
    """A part of a segment, as a memoryview gives it.

    view: the real memoryview of the same bytes.  places: where in the segment each item's first byte lies.
    """

    def __init__(self, segment, view, places, label, owner=None):
        self.segment = segment
        self.view = view
        self.places = places
        self.label = label
        self.item = None                # of a ShareableList: the position that is being read or written
        self.views = weakref.WeakValueDictionary() if owner is None else owner.views     # the parts that are left, by address
        if owner is not None:
            self.views[id(self)] = self

    def _bytes_at(self, places):
        size = self.view.itemsize
        return [place + i for place in places for i in range(size)]

    # The steps are kept with the run: they must not hold the View, which counts as long as it lives.

    def _step(self, how, mode, places, name, action):
        m = machine()
        return m.perform(Access(self.segment.touching(self._bytes_at(places), mode), None, how, name, action))

    def _index(self, index):
        return self.places[index] if hasattr(index, "__index__") and -len(self.places) <= index < len(self.places) else None

    def __getitem__(self, index):
        if isinstance(index, slice):
            return View(self.segment, self.view[index], self.places[index], f"{self.label}[{_text(index)}]", self)
        place, view = self._index(index), self.view
        if place is None:
            return view[index]          # raises
        return self._step("reads", READ, (place,), f"{self.label}[{index}]", lambda: view[index])

    def __setitem__(self, index, value):
        name = f"{self.label}[{_text(index) if isinstance(index, slice) else index}]"
        if isinstance(index, slice):
            part, places = self.view[index], self.places[index]
            if isinstance(value, View):
                value = value.tobytes() if value.view.format == part.format else value.view
            else:
                value = memoryview(value)
            if value.__class__ is bytes:
                value = memoryview(value).cast(part.format)
            if (value.format, value.shape) != (part.format, part.shape):
                part[:] = value         # raises
            for few in self._chunks(places):
                where = slice(few[0], few[-1] + 1)
                self._step("writes", EXCLUSIVE, places[where], name, lambda w=where: part.__setitem__(w, value[w]))
            return
        place, view = self._index(index), self.view
        if place is None:
            view[index] = value         # raises
        self._step("writes", EXCLUSIVE, (place,), name, lambda: view.__setitem__(index, value))

    def _chunks(self, places):
        """Numbers of items that are copied in one step each."""
        numbers = range(len(places))
        if len(places) * self.view.itemsize >= LONG:
            return [numbers]
        found = {}
        for number in numbers:
            found.setdefault(places[number] // WORD, []).append(number)
        return list(found.values())

    def tobytes(self):
        view = self.view
        view.nbytes                     # raises when it has been released
        parts = [self._step("reads", READ, self.places[few[0]:few[-1] + 1], self.label,
                            lambda few=few: view[few[0]:few[-1] + 1].tobytes()) for few in self._chunks(self.places)]
        return b"".join(parts)

    __bytes__ = tobytes

    def tolist(self):
        return memoryview(self.tobytes()).cast(self.view.format).tolist()

    def hex(self, *args):
        return self.tobytes().hex(*args)

    def cast(self, format):
        view = self.view.cast(format)
        return View(self.segment, view, [self.places[0] + i * view.itemsize for i in range(len(view))], self.label, self)

    def __len__(self):
        return len(self.view)

    def __iter__(self):
        for i in range(len(self.view)):
            yield self[i]

    def __contains__(self, value):
        return any(value == item for item in self)

    def __eq__(self, other):
        if self is other:
            return True
        if isinstance(other, View):
            other = other.tolist()
            return self.tolist() == other
        try:
            other = memoryview(other)
        except TypeError:
            return NotImplemented
        return memoryview(self.tobytes()).cast(self.view.format) == other

    def __enter__(self):
        self.view.nbytes
        return self

    def __exit__(self, *exc):
        self.release()

    def release(self):
        self.view.release()
        self.views.pop(id(self), None)

    def __reduce__(self):
        raise TypeError("cannot pickle 'memoryview' object")

    itemsize = property(lambda self: self.view.itemsize)
    format = property(lambda self: self.view.format)
    nbytes = property(lambda self: self.view.nbytes)
    ndim = property(lambda self: self.view.ndim)
    shape = property(lambda self: self.view.shape)
    strides = property(lambda self: self.view.strides)
    readonly = property(lambda self: self.view.readonly)

    def __hash__(self):
        raise ValueError("cannot hash writable memoryview object")

    def __repr__(self):
        return f"<memory at {self.segment.address()}>"


View.__name__ = View.__qualname__ = "memoryview"


def _text(part):
    return ":".join("" if end is None else str(end) for end in (part.start, part.stop, part.step)[:2 + (part.step is not None)])


# -- SharedMemory ----------------------------------------------------------------------------------------------------

class SharedMemory:
    """Stands in for ``multiprocessing.shared_memory.SharedMemory``: one process's hold on a segment."""

    _name = _buf = None
    _open = False

    def __init__(self, name=None, create=False, size=0, *, track=True):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        m = machine()
        kept = m.current.space.keep
        if name is None:                # nobody else makes this one
            number = kept["segments"] = kept.get("segments", 0) + 1
            name = f"psm_{m.current.space.number:04x}{number:04x}"
        self._name = "/" + name
        segment = m.perform(Named("creates" if create else "opens", self._name, size))
        self._size = len(segment.memory)
        self._open = True
        self._buf = View(segment, memoryview(segment.memory), range(self._size), f"{segment.label}.buf")
        self._views = self._buf.views

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name.removeprefix("/")

    @property
    def size(self):
        return self._size

    def close(self):
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        if self._open:
            if self._views:
                raise BufferError("cannot close exported pointers exist")
            self._open = False

    def unlink(self):
        machine().perform(Named("unlinks", self._name))

    def __reduce__(self):
        return type(self), (self.name, False, self.size)

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r}, size={self.size})"


def members():
    """The names of the stand-in for the module ``multiprocessing.shared_memory``."""
    from .shareable_list import ShareableList
    return {"SharedMemory": SharedMemory, "ShareableList": ShareableList}
