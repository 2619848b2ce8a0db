"""``q.queue``: the items of a queue of the module ``queue``, as the program sees them."""

from __future__ import annotations

from ..machine import machine


class Items:
    """Reading is a look; it cannot be changed, as nobody can hold the queue's mutex.  ``store_``: the queue's ``Store``."""

    __slots__ = ("store_",)

    def __init__(self, store):
        self.store_ = store

    def __getattr__(self, name):
        getattr(self.store_.items, name)            # AttributeError where the real one has none either
        return lambda *args: _refuse(self)

    def __iter__(self):
        return iter(self.store_.look("its items", lambda: list(self.store_.items)))

    __hash__ = None


def _reading(name):
    def read(self, *args):
        return self.store_.look("its items", lambda: getattr(self.store_.items, name)(*args))
    return read


def _refuse(items, *args):
    machine().world.refuse(f"{items.store_.label}.queue can be read, but not changed: use put() and get()")


for _name in ("__len__", "__getitem__", "__contains__", "__eq__", "__repr__", "__reversed__", "copy", "count", "index"):
    setattr(Items, _name, _reading(_name))
for _name in ("__setitem__", "__delitem__", "__iadd__"):
    setattr(Items, _name, _refuse)
