"""Rewrites a module so that shared reads and writes become operations of the simulated machine.

``rewrite`` changes the syntax tree; ``runtime`` holds the functions that the rewritten code calls; ``scan`` finds what can
never change after it is shared, so that reading it need not be an operation.
"""

from .rewrite import instrument
from .runtime import HELPERS

__all__ = ["HELPERS", "instrument"]
