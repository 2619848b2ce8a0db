"""What all stand-in objects share: an identity that is the same in every run of the same schedule."""

from __future__ import annotations

from ..machine import EXCLUSIVE, active, machine


class StandIn:
    """``key`` names the object in what operations touch; ``touch`` is that key, touched exclusively."""

    def __init__(self, kind):
        m = machine()
        self.key = (kind, m.number("object"))
        self.touch = ((self.key, EXCLUSIVE),)
        self.label = m.label_for(kind)

    def __hash__(self):
        m = active()
        return id(self) >> 4 if m is None else m.hash_of(self)
