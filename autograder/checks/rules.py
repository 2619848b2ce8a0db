"""What can be said of a module without running it: imports and names that the contract or the closed world rules out."""

from __future__ import annotations

import ast

from ..standins.world import SAFE_DUNDERS, STANDINS


def broken_rule(tree, world):
    """(sentence, line) for the first thing in the module that it may not have, or None."""
    for node in sorted(ast.walk(tree), key=lambda n: (getattr(n, "lineno", 0), getattr(n, "col_offset", 0))):
        found = _look_at(node, world)
        if found:
            return found, node.lineno
    return None


def _look_at(node, world):
    if isinstance(node, ast.Import):
        for alias in node.names:
            why = world.why_not(alias.name)
            if why:
                return why
    elif isinstance(node, ast.ImportFrom):
        if node.level:
            return "a relative import has nothing to be relative to: an exercise is one file"
        why = world.why_not(node.module)
        if why:
            return why
        for alias in node.names:
            if node.module in STANDINS and world.is_forbidden(node.module, alias.name):
                return f"{node.module}.{alias.name} may not be used: the contract says what to build this from"
    elif isinstance(node, ast.Attribute):
        return _back_door(node.attr)
    elif isinstance(node, ast.Name):
        return _back_door(node.id)
    return None


def _back_door(name):
    if name.startswith("__") and name.endswith("__") and name not in SAFE_DUNDERS and name != "__import__" \
            or name in ("gi_frame", "cr_frame", "f_back", "f_globals", "f_locals", "f_builtins", "tb_frame"):
        return f"{name} is a back door of the interpreter; no exercise needs it"
    return None
