"""Lists, dicts, sets, deques …: each call of a method, each item got or set is one operation."""

from __future__ import annotations

import gc
import operator
from collections import Counter, OrderedDict, defaultdict, deque

from ..machine import EXCLUSIVE, READ, core
from .accesses import access, private, rewritten_modules

MUTATORS = {
    list: {"append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse"},
    deque: {"append", "appendleft", "pop", "popleft", "extend", "extendleft", "remove", "clear", "rotate", "insert",
            "reverse"},
    dict: {"pop", "popitem", "setdefault", "update", "clear"},
    set: {"add", "discard", "remove", "pop", "update", "clear", "difference_update", "intersection_update",
          "symmetric_difference_update"},
    bytearray: {"append", "extend", "insert", "pop", "remove", "clear", "reverse"},
}
MUTATORS[OrderedDict] = MUTATORS[dict] | {"move_to_end"}
MUTATORS[defaultdict] = MUTATORS[dict]
MUTATORS[Counter] = MUTATORS[dict] | {"subtract"}
CONTAINER_METHODS = set().union(*MUTATORS.values()) | {"get", "keys", "values", "items", "count", "index", "copy"}
INPLACE = {name: getattr(operator, "i" + attribute) for name, attribute in {
    "Add": "add", "Sub": "sub", "Mult": "mul", "Div": "truediv", "FloorDiv": "floordiv", "Mod": "mod", "Pow": "pow",
    "LShift": "lshift", "RShift": "rshift", "BitOr": "or", "BitXor": "xor", "BitAnd": "and", "MatMult": "matmul"}.items()}


def mutators_of(cls):
    """The mutating methods of a container class or of a subclass of one; None for any other class."""
    machine = core._active
    known = {} if machine is None else machine.containers
    try:
        return known[cls]
    except KeyError:
        found = known[cls] = next((MUTATORS[base] for base in cls.__mro__ if base in MUTATORS), None)
        return found


def fixed_method(owner, name, depth=2):
    """``owner.name``, about to be called, where the attribute cannot change."""
    machine = core._active
    if machine is None:
        return getattr(owner, name)
    if mutators_of(type(owner)) is None:
        if name == "__next__":
            return lambda: advance(owner)
        return getattr(owner, name)
    function = getattr(owner, name)
    if type(function) not in BUILT_IN or private(machine, owner, depth):
        return function
    return container_method(machine, owner, name, function)


BUILT_IN = (type([].append), type([].__len__))      # bound methods that are not written in Python


def container_method(machine, owner, name, function):
    mode = EXCLUSIVE if name in mutators_of(type(owner)) else READ

    def call(*args, **kwargs):
        if core._active is not machine:
            return function(*args, **kwargs)
        return access(machine, owner, "items", mode, "calls", f"{type(owner).__name__}.{name}()",
                       lambda: function(*args, **kwargs))
    return call


def mutating(function):
    """A function such as heapq.heappush, so that a call is one operation on the container that is its first argument."""
    def call(container, *args, **kwargs):
        machine = core._active
        if machine is None or mutators_of(type(container)) is None:
            return function(container, *args, **kwargs)
        return access(machine, container, "items", EXCLUSIVE, "calls", f"{function.__name__}()",
                       lambda: function(container, *args, **kwargs))
    return call


def _plain_items(cls):
    """Are items of this class got and set by a built-in container, not by code of the program's?"""
    return cls in MUTATORS or mutators_of(cls) is not None and not any(
        "__getitem__" in c.__dict__ or "__setitem__" in c.__dict__ for c in cls.__mro__ if c.__module__ in rewritten_modules)


def getitem(owner, index):
    machine = core._active
    cls = type(owner)
    if machine is None or not _plain_items(cls):
        return owner[index]
    mode = EXCLUSIVE if issubclass(cls, defaultdict) and index not in owner else READ
    return access(machine, owner, "items", mode, "reads", f"{cls.__name__}[{_short(index)}]", lambda: owner[index])


def setitem(value, owner, index):
    machine = core._active
    cls = type(owner)
    if machine is None or not _plain_items(cls):
        owner[index] = value
        return
    access(machine, owner, "items", EXCLUSIVE, "writes", f"{cls.__name__}[{_short(index)}]",
            lambda: operator.setitem(owner, index, value))


def delitem(owner, index):
    machine = core._active
    if machine is None or not _plain_items(type(owner)):
        del owner[index]
        return
    access(machine, owner, "items", EXCLUSIVE, "deletes", f"{type(owner).__name__}[{_short(index)}]",
            lambda: operator.delitem(owner, index))


def look(value):
    """A container is about to be looked into: its length, its truth, its members."""
    machine = core._active
    if machine is not None and mutators_of(type(value)) is not None:
        access(machine, value, "items", READ, "looks into", f"a {type(value).__name__}")
    return value


VIEWS = tuple(map(type, ({}.keys(), {}.values(), {}.items())))


class _Iterator:
    """Iterates over a container, or a view of it, each step an operation."""

    def __init__(self, owner, view):
        self.owner = owner
        self.iterator = iter(view)

    def __iter__(self):
        return self

    def __next__(self):
        machine = core._active
        if machine is None:
            return next(self.iterator)
        got = []        # StopIteration must not be raised inside an operation: the machine would take it for an error

        def step():
            for item in self.iterator:
                got.append(item)
                return
        access(machine, self.owner, "items", READ, "takes the next of", f"a {type(self.owner).__name__}", step)
        if not got:
            raise StopIteration
        return got[0]


def iterate(value):
    machine = core._active
    if machine is None:
        return value
    owner = gc.get_referents(value)[0] if type(value) in VIEWS else value
    if mutators_of(type(owner)) is None or private(machine, owner):
        return value        # another task that touches it while this one iterates ends the run: see Machine.is_private
    return _Iterator(owner, value)


def advance(iterator, *default):
    """``next(iterator)``: taking from a shared iterator is an operation."""
    machine = core._active
    if machine is None or type(iterator).__name__ in ("generator", "_Iterator") \
            or type(iterator).__module__ not in ("itertools", "builtins"):
        return next(iterator, *default)
    return access(machine, iterator, "items", EXCLUSIVE, "takes the next of", f"a {type(iterator).__name__}",
                   lambda: next(iterator, *default))


def augment(name, left, right):
    """The value of ``left OP= right``."""
    machine = core._active
    if machine is not None and mutators_of(type(left)) is not None:
        return access(machine, left, "items", EXCLUSIVE, "extends", f"a {type(left).__name__}",
                       lambda: INPLACE[name](left, right))
    return INPLACE[name](left, right)


def _short(value):
    text = repr(value)
    return text if len(text) < 20 else text[:17] + "…"
