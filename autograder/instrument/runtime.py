"""The functions that rewritten code calls: each makes one access, as an operation where others could see it.

Outside a run of the machine they do what the plain code would do.
"""

from __future__ import annotations

import operator
import sys
from collections import Counter, OrderedDict, defaultdict, deque
from types import ModuleType, SimpleNamespace

from ..machine import EXCLUSIVE, READ, Operation
from ..machine import core

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
INPLACE = {name: getattr(operator, "i" + attribute) for name, attribute in {
    "Add": "add", "Sub": "sub", "Mult": "mul", "Div": "truediv", "FloorDiv": "floordiv", "Mod": "mod", "Pow": "pow",
    "LShift": "lshift", "RShift": "rshift", "BitOr": "or", "BitXor": "xor", "BitAnd": "and", "MatMult": "matmul"}.items()}


class Access(Operation):
    """Read or write one piece of ordinary data."""

    __slots__ = ("how", "action", "name", "site")
    kind = "access"
    plain = True

    def __init__(self, touches, site, how, name, action):
        self.touches = touches
        self.after = 0
        self.site = site
        self.how = how
        self.name = name
        self.action = action

    def apply(self, machine):
        return None if self.action is None else self.action()

    def describe(self):
        return f"{self.how} {self.name}"


def _access(machine, owner, part, mode, how, name, action=None, depth=2):
    """One access to ``part`` of ``owner`` from the program's code, ``depth`` frames up."""
    frame = sys._getframe(depth)
    site = (frame.f_code, frame.f_lasti)
    number = id(owner)
    if machine.sites is not None and machine.is_private((number, part), site, owner):
        return None if action is None else action()
    machine.keep[number] = owner
    return machine.perform(Access((((number, part), mode),), site, how, name, action))


def _private(machine, owner, depth=2):
    """Is this container seen by the current task only?  Called by a helper that the program's code calls."""
    if machine.sites is None or machine.closing:
        return False
    frame = sys._getframe(depth)
    return machine.is_private((id(owner), "items"), (frame.f_code, frame.f_lasti), owner)


def _name_of(owner):
    cls = owner if isinstance(owner, type) else type(owner)
    return cls.__name__


# -- attributes ---------------------------------------------------------------------------------------------------

rewritten_modules = set()       # names of rewritten modules; the loader fills it
_ours = {}                      # class -> was it made by a rewritten module?


def _rewritten(cls):
    known = _ours.get(cls)
    if known is None:
        known = cls is SimpleNamespace or any(c.__module__ in rewritten_modules for c in cls.__mro__)
        if len(_ours) > 5_000:
            _ours.clear()
        _ours[cls] = known
    return known


def _places(owner, name):
    """The objects in which reading this attribute looks; () when it is no operation."""
    if isinstance(owner, type):
        if not _rewritten(owner):
            return ()
        for cls in owner.__mro__:
            if name in cls.__dict__:
                return () if _constant(cls.__dict__[name]) else (cls,)
        return (owner,)
    cls = type(owner)
    if not _rewritten(cls):
        return ()
    space = getattr(owner, "__dict__", None)
    for base in cls.__mro__:
        if name in base.__dict__:
            found = base.__dict__[name]
            if hasattr(type(found), "__set__"):                 # a property or a slot
                return (owner,) if type(found).__name__ == "member_descriptor" else ()
            if space is not None and name in space:
                return (owner,)
            return () if _constant(found) else (owner, base)
    return (owner,)


def _constant(value):
    return callable(value) or isinstance(value, (property, staticmethod, classmethod))


def load(owner, name):
    machine = core._active
    if machine is None or isinstance(owner, ModuleType):
        return getattr(owner, name)
    places = _places(owner, name)
    if not places:
        return getattr(owner, name)
    return _read_attribute(machine, places, owner, name)


def _read_attribute(machine, places, owner, name):
    frame = sys._getframe(2)
    site = (frame.f_code, frame.f_lasti)
    private = machine.sites is not None
    touches = ()
    for place in places:
        machine.keep[id(place)] = place
        touches += (((id(place), name), READ),)
        if private and not machine.is_private((id(place), name), site, place):
            private = False
    if private:
        return getattr(owner, name)
    return machine.perform(Access(touches, site, "reads", f"{_name_of(owner)}.{name}", lambda: getattr(owner, name)))


def store(value, owner, name):
    machine = core._active
    if machine is None or isinstance(owner, ModuleType):
        setattr(owner, name, value)
        return
    cls = type(owner)
    if isinstance(owner, type):
        ours = _rewritten(owner)
    else:
        ours = _rewritten(cls)
        found = None
        for base in cls.__mro__:
            if name in base.__dict__:
                found = base.__dict__[name]
                break
        if found is not None and hasattr(type(found), "__set__") and type(found).__name__ != "member_descriptor":
            ours = False                                        # a property: its own code is rewritten
    if not ours:
        setattr(owner, name, value)
        return
    _access(machine, owner, name, EXCLUSIVE, "writes", f"{_name_of(owner)}.{name}",
            lambda: setattr(owner, name, value))


def delete_attribute(owner, name):
    machine = core._active
    if machine is None or not _rewritten(owner if isinstance(owner, type) else type(owner)):
        delattr(owner, name)
    else:
        _access(machine, owner, name, EXCLUSIVE, "deletes", f"{_name_of(owner)}.{name}", lambda: delattr(owner, name))


def method(owner, name):
    """``owner.name``, about to be called, where the attribute itself may change."""
    machine = core._active
    if machine is not None and type(owner) not in MUTATORS and not isinstance(owner, ModuleType):
        places = _places(owner, name)
        if places:
            return _read_attribute(machine, places, owner, name)
    return fixed_method(owner, name, 3)


def fixed_method(owner, name, depth=2):
    """``owner.name``, about to be called, where the attribute cannot change."""
    machine = core._active
    if machine is None:
        return getattr(owner, name)
    mutators = MUTATORS.get(type(owner))
    if mutators is None:
        if name == "__next__":
            return lambda: advance(owner)
        return getattr(owner, name)
    function = getattr(owner, name)
    if _private(machine, owner, depth):
        return function
    mode = EXCLUSIVE if name in mutators else READ
    if type(owner) is defaultdict and name == "__getitem__":
        mode = EXCLUSIVE

    def call(*args, **kwargs):
        if core._active is not machine:
            return function(*args, **kwargs)
        return _access(machine, owner, "items", mode, "calls", f"{type(owner).__name__}.{name}()",
                       lambda: function(*args, **kwargs))
    return call


# -- containers ----------------------------------------------------------------------------------------------------

def getitem(owner, index):
    machine = core._active
    cls = type(owner)
    if machine is None or cls not in MUTATORS:
        return owner[index]
    mode = EXCLUSIVE if cls is defaultdict and index not in owner else READ
    return _access(machine, owner, "items", mode, "reads", f"{cls.__name__}[{_short(index)}]", lambda: owner[index])


def setitem(value, owner, index):
    machine = core._active
    cls = type(owner)
    if machine is None or cls not in MUTATORS:
        owner[index] = value
        return
    _access(machine, owner, "items", EXCLUSIVE, "writes", f"{cls.__name__}[{_short(index)}]",
            lambda: operator.setitem(owner, index, value))


def delitem(owner, index):
    machine = core._active
    if machine is None or type(owner) not in MUTATORS:
        del owner[index]
        return
    _access(machine, owner, "items", EXCLUSIVE, "deletes", f"{type(owner).__name__}[{_short(index)}]",
            lambda: operator.delitem(owner, index))


def look(value):
    """A container is about to be looked into: its length, its truth, its members."""
    machine = core._active
    if machine is not None and type(value) in MUTATORS:
        _access(machine, value, "items", READ, "looks into", f"a {type(value).__name__}")
    return value


class _Iterator:
    """Iterates over a container, each step an operation."""

    def __init__(self, owner):
        self.owner = owner
        self.iterator = iter(owner)

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
        _access(machine, self.owner, "items", READ, "takes the next of", f"a {type(self.owner).__name__}", step)
        if not got:
            raise StopIteration
        return got[0]


def iterate(value):
    machine = core._active
    if machine is None or type(value) not in MUTATORS or _private(machine, value):
        return value        # another task that touches it while this one iterates ends the run: see Machine.is_private
    return _Iterator(value)


def advance(iterator, *default):
    """``next(iterator)``: taking from a shared iterator is an operation."""
    machine = core._active
    if machine is None or type(iterator).__name__ in ("generator", "_Iterator") \
            or type(iterator).__module__ not in ("itertools", "builtins"):
        return next(iterator, *default)
    return _access(machine, iterator, "items", EXCLUSIVE, "takes the next of", f"a {type(iterator).__name__}",
                   lambda: next(iterator, *default))


def augment(name, left, right):
    """The value of ``left OP= right``."""
    machine = core._active
    if machine is not None and type(left) in MUTATORS:
        return _access(machine, left, "items", EXCLUSIVE, "extends", f"a {type(left).__name__}",
                       lambda: INPLACE[name](left, right))
    return INPLACE[name](left, right)


def _short(value):
    text = repr(value)
    return text if len(text) < 20 else text[:17] + "…"


# -- variables -----------------------------------------------------------------------------------------------------

def read(key):
    machine = core._active
    if machine is not None:
        _variable_access(machine, key, READ, "reads")


def write(value, key):
    machine = core._active
    if machine is not None:
        _variable_access(machine, key, EXCLUSIVE, "writes")
    return value


def _variable_access(machine, key, mode, how):
    frame = sys._getframe(2)
    site = (frame.f_code, frame.f_lasti)
    if machine.sites is None or not machine.is_private(key, site):
        machine.perform(Access(((key, mode),), site, how, _variable(key), None))


def _variable(key):
    return key.removeprefix("global ").split("@")[0].rpartition(".")[2]


def second(_, value):
    return value


def tick():
    machine = core._active
    if machine is not None:
        machine.tick()


HELPERS = {"__load__": load, "__store__": store, "__delattr__": delete_attribute, "__method__": method,
           "__getitem__": getitem, "__setitem__": setitem, "__delitem__": delitem, "__look__": look,
           "__iterate__": iterate, "__next__": advance, "__fixed_method__": fixed_method, "__augment__": augment, "__read__": read,
           "__write__": write, "__second__": second, "__tick__": tick, "__slice__": slice, "__rewritten__": True}
