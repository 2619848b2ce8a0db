"""The modules that a program of the author's own imports from its own folder: they are part of the program."""

from __future__ import annotations

import ast
from pathlib import Path


def imported(tree):
    """The top-level names of the modules that a parsed source imports, in order, each once."""
    names = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.append(node.module)
    return list(dict.fromkeys(name.split(".")[0] for name in names))


def siblings(path, tree):
    """The files beside ``path`` that the parsed source imports: name -> Path."""
    folder = Path(path).parent
    found = {name: folder / f"{name}.py" for name in imported(tree)}
    return {name: file for name, file in found.items() if file.is_file() and file != Path(path)}


def all_siblings(path):
    """The files that the program at ``path`` imports from its folder, and those that these import: a list of Paths."""
    found, todo = {}, [Path(path)]
    while todo:
        file = todo.pop()
        try:
            tree = ast.parse(file.read_bytes())
        except (OSError, ValueError, SyntaxError, RecursionError):
            continue                        # who imports it is told what is wrong with it
        for name, sibling in siblings(file, tree).items():
            if name not in found and sibling != Path(path):
                found[name] = sibling
                todo.append(sibling)
    return list(found.values())
