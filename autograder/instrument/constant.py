"""Does executing a module only define things, so that it need not be executed afresh for every schedule?

Answers "no" for all that could carry something from one run into the next: a list or a lock at module level, a mutable
default, a decorator that remembers.  What a run changes in classes and functions is noticed when it happens
(``Machine.changed``).
"""

from __future__ import annotations

import ast

STATEFUL_MODULES = {"random", "os"}         # made anew for each process of each run
DECORATORS = {"property", "staticmethod", "classmethod", "contextmanager", "contextlib.contextmanager", "dataclass",
              "dataclasses.dataclass", "functools.total_ordering", "total_ordering", "abstractmethod", "abc.abstractmethod", "override",
              "typing.override", "final", "typing.final"}


def is_constant(tree):
    """tree: the module as it was written, before it is instrumented."""
    return all(_definition(node) for node in tree.body) and not any(isinstance(n, ast.Global) for n in ast.walk(tree))


def _definition(node):
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else [node.module or ""]
        return not any(name.split(".")[0] in STATEFUL_MODULES for name in names)
    if isinstance(node, ast.FunctionDef):
        defaults = node.args.defaults + [d for d in node.args.kw_defaults if d is not None]
        return all(map(_immutable, defaults)) and _plain_decorators(node)
    if isinstance(node, ast.ClassDef):
        return not node.keywords and all(isinstance(b, (ast.Name, ast.Attribute)) for b in node.bases) \
            and _plain_decorators(node) and all(map(_definition, node.body))
    if isinstance(node, ast.Assign):
        names = [name for target in node.targets for name in (target.elts if isinstance(target, ast.Tuple) else [target])]
        return all(isinstance(name, ast.Name) for name in names) and _immutable(node.value)
    if isinstance(node, ast.AnnAssign):
        return isinstance(node.target, ast.Name) and (node.value is None or _immutable(node.value))
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If):            # ``if __name__ == "__main__":`` is not executed here
        return isinstance(node.test, ast.Compare) and isinstance(node.test.left, ast.Name) and node.test.left.id == "__name__" \
            and not node.orelse
    return isinstance(node, ast.Pass)


def _immutable(node):
    if isinstance(node, ast.Tuple):
        return all(map(_immutable, node.elts))
    if isinstance(node, ast.UnaryOp):
        return _immutable(node.operand)
    if isinstance(node, ast.BinOp):
        return _immutable(node.left) and _immutable(node.right)
    return isinstance(node, ast.Constant)


def _plain_decorators(node):
    for decorator in node.decorator_list:
        call = decorator.func if isinstance(decorator, ast.Call) else decorator
        if ast.unparse(call) not in DECORATORS and not ast.unparse(call).endswith((".setter", ".deleter")):
            return False
    return True
