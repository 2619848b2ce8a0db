"""What all stand-in objects share: an identity that is the same in every run of the same schedule."""

from __future__ import annotations

from ..machine import EXCLUSIVE, active, machine


def stable_hash(what):
    """A hash for ``__hash__`` that does not depend on where ``what`` lies in memory."""
    m = active()
    return id(what) >> 4 if m is None else m.hash_of(what)


class StandIn:
    """``key`` names the object in what operations touch; ``touch`` is that key, touched exclusively."""

    __slots__ = ("key", "touch", "label", "__weakref__")
    unpicklable = "_thread.lock"

    def __init__(self, kind):
        m = machine()
        self.key = (kind, m.number("object"))
        self.touch = ((self.key, EXCLUSIVE),)
        self.label = m.label_for(kind)

    __hash__ = stable_hash

    def address(self):
        """What ``repr`` gives as its place in memory: the same in every run."""
        return f"{0x7F00_0000_0000 + 64 * self.key[1]:#x}"

    def __reduce_ex__(self, protocol):
        """What belongs to one process cannot be pickled: they all hold a lock."""
        raise TypeError(f"cannot pickle '{self.unpicklable}' object")
