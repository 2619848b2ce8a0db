"""One access to ordinary data: an operation where others could see it."""

from __future__ import annotations

import sys
from types import SimpleNamespace

from ..machine import Operation, core

rewritten_modules = set()       # names of rewritten modules; the loader fills it


def is_rewritten(cls):
    """Was this class made by a rewritten module (or is it as open as one)?"""
    known = core._active.classes
    found = known.get(cls)
    if found is None:
        found = known[cls] = cls is SimpleNamespace or any(c.__module__ in rewritten_modules for c in cls.__mro__)
    return found


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


def access(machine, owner, part, mode, how, name, action=None, depth=2):
    """One access to ``part`` of ``owner`` from the program's code, ``depth`` frames up."""
    if machine.atomic:
        return None if action is None else action()
    frame = sys._getframe(depth)
    site = (frame.f_code, frame.f_lasti)
    number = id(owner)
    if machine.sites is not None and machine.is_private((number, part), site, owner):
        return None if action is None else action()
    machine.keep[number] = owner
    return machine.perform(Access((((number, part), mode),), site, how, name, action))


def private(machine, owner, depth=2):
    """Is this container seen by the current task only?  Called by a helper that the program's code calls."""
    if machine.atomic:
        return True
    if machine.sites is None or machine.closing:
        return False
    frame = sys._getframe(depth)
    return machine.is_private((id(owner), "items"), (frame.f_code, frame.f_lasti), owner)


def name_of(owner):
    cls = owner if isinstance(owner, type) else type(owner)
    return cls.__name__
