"""Value, Array, RawValue and RawArray, and the wrappers that take a lock for each access."""

from __future__ import annotations

import ctypes

from . import synchronize
from .ctypes_memory import CODES, Array_, CType, Simple, String, access
from .pickling import check_spawning
from .standin import stable_hash


def RawValue(typecode_or_type, *args):
    return _new(CODES.get(typecode_or_type, typecode_or_type), args)


def RawArray(typecode_or_type, size_or_initializer):
    type_ = CODES.get(typecode_or_type, typecode_or_type)
    if isinstance(size_or_initializer, int):
        return _new(type_ * size_or_initializer, ())
    return _new(type_ * len(size_or_initializer), tuple(size_or_initializer))


def _new(type_, args):
    if not isinstance(type_, CType):
        ctypes.sizeof(type_)            # raises TypeError
    obj = type_(*args)
    obj.shared = True
    return obj


def Value(typecode_or_type, *args, lock=True, ctx=None):
    return _locked(RawValue(typecode_or_type, *args), lock)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):
    return _locked(RawArray(typecode_or_type, size_or_initializer), lock)


def _locked(obj, lock):
    if lock is False:
        return obj
    if lock is True or lock is None:
        lock = synchronize.RLock()
        lock.label = f"the lock of {obj.label}"
    if not hasattr(lock, "acquire"):
        raise AttributeError(f"{lock!r} has no method 'acquire'")
    return synchronized(obj, lock)


def copy(obj):
    """A new object with the contents of ``obj``, in shared memory of its own."""
    make, arguments = access(obj.reading(obj.everything()), "reads", obj.label, obj.recipe)
    new = make(*arguments)
    new.shared = True
    return new


def synchronized(obj, lock=None, ctx=None):
    """The wrapper that takes ``lock`` for each access to ``obj``."""
    assert not isinstance(obj, SynchronizedBase), "object already synchronized"
    if isinstance(obj, Simple):
        return Synchronized(obj, lock)
    if isinstance(obj, String):
        return SynchronizedString(obj, lock)
    if isinstance(obj, Array_):
        return SynchronizedArray(obj, lock)
    raise AttributeError(f"type object '{type(obj).__name__}' has no attribute '_fields_'")


def _member(name):
    return property(lambda self: self._obj.get(name, self._lock), lambda self, value: self._obj.set(name, value, self._lock))


class SynchronizedBase:
    """What the wrappers share; each process has its own around the same object and the same lock."""

    __module__ = "multiprocessing.sharedctypes"
    __hash__ = stable_hash

    def __init__(self, obj, lock=None, ctx=None):
        self._obj = obj
        self._lock = lock or synchronize.RLock()
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def __reduce__(self):
        check_spawning(self)
        return synchronized, (self._obj, self._lock)

    def get_obj(self):
        return self._obj

    def get_lock(self):
        return self._lock

    def __repr__(self):
        return f"<{type(self).__name__} wrapper for {self._obj}>"


class Synchronized(SynchronizedBase):
    __module__ = "multiprocessing.sharedctypes"
    value = _member("value")


class SynchronizedArray(SynchronizedBase):
    __module__ = "multiprocessing.sharedctypes"

    def __len__(self):
        return len(self._obj)

    def __getitem__(self, i):
        return self._obj.read(i, self._lock)

    def __setitem__(self, i, value):
        self._obj.write(i, value, self._lock)


class SynchronizedString(SynchronizedArray):
    __module__ = "multiprocessing.sharedctypes"
    value = _member("value")
    raw = _member("raw")


def members():
    """The names of the stand-in for the module ``multiprocessing.sharedctypes``."""
    return {"Value": Value, "Array": Array, "RawValue": RawValue, "RawArray": RawArray, "copy": copy,
            "synchronized": synchronized, "SynchronizedBase": SynchronizedBase, "Synchronized": Synchronized,
            "SynchronizedArray": SynchronizedArray, "SynchronizedString": SynchronizedString, "typecode_to_type": dict(CODES)}
