"""The functions that rewritten code calls, under the names by which it calls them.

Outside a run of the machine they do what the plain code would do.
"""

from __future__ import annotations

from ..machine import core
from .attributes import bound, delete_attribute, fixed_bound, load, method, store
from .containers import advance, augment, delitem, fixed_method, getitem, iterate, look, setitem
from .variables import read, write


def second(_, value):
    return value


def tick():
    machine = core._active
    if machine is not None:
        machine.tick()


HELPERS = {"__load__": load, "__store__": store, "__delattr__": delete_attribute, "__method__": method,
           "__getitem__": getitem, "__setitem__": setitem, "__delitem__": delitem, "__look__": look,
           "__iterate__": iterate, "__next__": advance, "__fixed_method__": fixed_method, "__bound__": bound, "__fixed_bound__": fixed_bound, "__augment__": augment, "__read__": read,
           "__write__": write, "__second__": second, "__tick__": tick, "__slice__": slice, "__rewritten__": True}
