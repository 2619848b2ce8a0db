"""Attributes of objects and of classes."""

from __future__ import annotations

import sys
from types import FunctionType, MethodType, ModuleType

from ..machine import EXCLUSIVE, READ, core
from .accesses import Access, access, is_rewritten, name_of
from .containers import BUILT_IN, container_method, fixed_method, mutators_of

LASTING = (type, FunctionType, MethodType, ModuleType)      # what a module defines and the next run would find changed


def _places(owner, name):
    """The objects in which reading this attribute looks; () when it is no operation."""
    if isinstance(owner, type):
        if not is_rewritten(owner):
            return ()
        for cls in owner.__mro__:
            if name in cls.__dict__:
                return () if _constant(cls.__dict__[name]) else (cls,)
        return (owner,)
    cls = type(owner)
    if not is_rewritten(cls):
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
    if machine.atomic:
        return getattr(owner, name)
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
    return machine.perform(Access(touches, site, "reads", f"{name_of(owner)}.{name}", lambda: getattr(owner, name)))


def store(value, owner, name):
    machine = core._active
    if machine is None or isinstance(owner, ModuleType):
        setattr(owner, name, value)
        if machine is not None:
            machine.changed = True
        return
    cls = type(owner)
    if isinstance(owner, LASTING):
        machine.changed = True
    if isinstance(owner, type):
        ours = is_rewritten(owner)
    else:
        ours = is_rewritten(cls)
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
    access(machine, owner, name, EXCLUSIVE, "writes", f"{name_of(owner)}.{name}",
            lambda: setattr(owner, name, value))


def delete_attribute(owner, name):
    machine = core._active
    if machine is not None and isinstance(owner, LASTING):
        machine.changed = True
    if machine is None or not is_rewritten(owner if isinstance(owner, type) else type(owner)):
        delattr(owner, name)
    else:
        access(machine, owner, name, EXCLUSIVE, "deletes", f"{name_of(owner)}.{name}", lambda: delattr(owner, name))


def method(owner, name):
    """``owner.name``, about to be called, where the attribute itself may change."""
    machine = core._active
    if machine is not None and not isinstance(owner, ModuleType):
        places = _places(owner, name)
        if places:
            return _read_attribute(machine, places, owner, name)
    return fixed_method(owner, name, 3)


def bound(owner, name):
    """``owner.name`` handed on: when it is a container's method, each call of it is an operation."""
    if mutators_of(type(owner)) is None:
        return load(owner, name)
    return fixed_bound(owner, name)


def fixed_bound(owner, name):
    """As ``bound``, where the attribute cannot change."""
    machine = core._active
    function = getattr(owner, name)
    if machine is None or type(function) not in BUILT_IN or mutators_of(type(owner)) is None:
        return function
    return container_method(machine, owner, name, function)
