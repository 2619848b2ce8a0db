"""Loading a stand-in only when a program uses it: all of them together take longer than exploring most programs."""

from __future__ import annotations

from importlib import import_module


def lazily(module, name="members"):
    """A function that loads ``module`` of this package when it is called, and calls the function ``name`` in it."""
    def call(*args, **kwargs):
        return getattr(import_module(f".{module}", __package__), name)(*args, **kwargs)
    call.__name__ = name
    return call
