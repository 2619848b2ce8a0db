"""Which names of a module can be changed while several tasks see them.

Over-approximating is safe: a name taken for changing costs a step, a name missed could hide a race.
"""

from __future__ import annotations

import ast

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


class Scan:
    """What ``rewrite`` asks about a module.

    ``attributes``: names of attributes that are stored outside the private part of an ``__init__``.
    ``globals``: names that some function stores through ``global``.
    ``cells(function)``: names of a function's variables that inner functions see and that are stored more than once.
    ``private``: statements of ``__init__`` that run before ``self`` can be seen by anyone else -> what ``self`` is called.
    """

    def __init__(self, tree):
        self.attributes = set()
        self.globals = set()
        self.private = {}
        self.stored_names = set()
        self._cells = {}
        self._own = {}
        self._find_private(tree)
        self._find_attributes(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Global):
                self.globals.update(node.names)
            elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
                self.stored_names.add(node.id)
            elif isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
                self.stored_names.add(node.name)
            elif isinstance(node, ast.arg):
                self.stored_names.add(node.arg)
            elif isinstance(node, ast.alias):
                self.stored_names.add((node.asname or node.name).split(".")[0])

    def _find_private(self, tree):
        for node in ast.walk(tree):
            if not isinstance(node, ast.ClassDef):
                continue
            for item in node.body:
                if isinstance(item, ast.FunctionDef) and item.name == "__init__" and item.args.args:
                    me = item.args.args[0].arg
                    for statement in item.body:
                        if _escapes(statement, me):
                            break
                        self.private[statement] = me

    def _find_attributes(self, tree):
        def visit(node, me):
            me = self.private.get(node, me)
            if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load) \
                    and not (me and isinstance(node.value, ast.Name) and node.value.id == me):
                self.attributes.add(node.attr)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("setattr", "delattr"):
                if len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
                    self.attributes.add(node.args[1].value)
                else:
                    self.everything = True
            if isinstance(node, ast.Attribute) and node.attr in ("__dict__", "__setattr__", "__delattr__") \
                    or isinstance(node, ast.Name) and node.id == "vars":
                self.everything = True
            for child in ast.iter_child_nodes(node):
                visit(child, me)
        self.everything = False
        visit(tree, None)

    def changes(self, attribute):
        """Can this attribute be stored while others see its object?"""
        return self.everything or attribute in self.attributes

    def own(self, function):
        """Variables of ``function``; call it before its body changes."""
        self.cells(function)
        return self._own[function]

    def cells(self, function):
        """Variables of ``function`` that inner functions see and that may be stored after that."""
        if function not in self._cells:
            self._own[function] = _own_names(function)
            self._cells[function] = _changing_cells(function)
        return self._cells[function]


def _escapes(statement, me):
    """Can ``self`` be seen by others once this statement of ``__init__`` has begun?"""
    attribute_bases = set()
    for node in ast.walk(statement):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == me:
            attribute_bases.add(node.value)
            if isinstance(node.ctx, ast.Load) and not isinstance(statement, (ast.If, ast.Assign, ast.AnnAssign, ast.Raise)):
                return True     # something that self holds is used or called: leave nothing to chance
        if isinstance(node, FUNCTIONS + (ast.GeneratorExp,)) and any(
                isinstance(n, ast.Name) and n.id == me for n in ast.walk(node)):
            return True
    for node in ast.walk(statement):
        if isinstance(node, ast.Name) and node.id == me and node not in attribute_bases:
            return True
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            base = node.func.value
            if isinstance(base, ast.Name) and base.id == me:
                return True     # self.method(): may do anything with self
            if isinstance(base, ast.Call) and isinstance(base.func, ast.Name) and base.func.id == "super":
                return True
            if isinstance(base, ast.Attribute) and isinstance(base.value, ast.Name) and base.value.id == me:
                return True     # self.thread.start()
    return False


def _own_nodes(function):
    """The nodes of a function's own body, not those of functions inside it (comprehensions count as its own)."""
    todo = list(ast.iter_child_nodes(function))
    while todo:
        node = todo.pop()
        yield node
        if isinstance(node, FUNCTIONS):
            todo.extend(node.args.defaults)
            todo.extend(d for d in node.args.kw_defaults if d)
            todo.extend(getattr(node, "decorator_list", ()))
            continue
        if isinstance(node, ast.ClassDef):
            todo.extend(node.bases)
            todo.extend(node.decorator_list)
            continue
        todo.extend(ast.iter_child_nodes(node))


def _inner_functions(function):
    for node in ast.walk(function):
        if node is not function and isinstance(node, FUNCTIONS):
            yield node


def _changing_cells(function):
    stores = {}
    loops = set()
    for node in _own_nodes(function):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            stores[node.id] = stores.get(node.id, 0) + 1
        elif isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
            stores[node.target.id] = stores.get(node.target.id, 0) + 1
        elif isinstance(node, (ast.For, ast.While, ast.AsyncFor)):
            loops.update(n.id for n in ast.walk(node) if isinstance(n, ast.Name) and not isinstance(n.ctx, ast.Load))
        for name in _bound_by_the_way(node):
            stores[name] = stores.get(name, 0) + 1
    mine = _own_names(function)
    for name in _parameters(function):
        stores[name] = stores.get(name, 0) + 1
    seen, rebound = set(), set()
    for inner in _inner_functions(function):
        for node in ast.walk(inner):
            if isinstance(node, ast.Name):
                seen.add(node.id)
            elif isinstance(node, ast.Nonlocal):
                rebound.update(node.names)
    return {name for name in mine
            if name in rebound or name in seen and (stores.get(name, 0) > 1 or name in loops)}


def _parameters(function):
    arguments = function.args
    names = {a.arg for a in arguments.args + arguments.kwonlyargs + arguments.posonlyargs}
    return names | {a.arg for a in (arguments.vararg, arguments.kwarg) if a}


def _bound_by_the_way(node):
    """The names that this node binds without an ``ast.Name``: ``except … as e``, captures of ``match``, imports."""
    if isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)):
        return [node.name] if node.name else []
    if isinstance(node, ast.MatchMapping):
        return [node.rest] if node.rest else []
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [alias.asname or alias.name.split(".")[0] for alias in node.names]
    return []


def _own_names(function):
    """Names that are this function's own variables."""
    names, elsewhere = _parameters(function), set()
    for node in _own_nodes(function):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            names.add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            elsewhere.update(node.names)
        else:
            names.update(_bound_by_the_way(node))
    return names - elsewhere
