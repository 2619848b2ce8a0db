"""The rewriting itself.

``x.a`` → ``__load__(x, 'a')``; ``x.a = v`` → ``__store__(v, x, 'a')``; ``x.m(…)`` → ``__method__(x, 'm')(…)``; ``x[i]``
likewise; globals and shared closure variables get a marker beside each access; loops tick.  Names of local variables
are left alone.  Line numbers are kept, so tracebacks and reports show the learner's lines.
"""

from __future__ import annotations

import ast
import copy

from .containers import CONTAINER_METHODS
from .scan import FUNCTIONS, Scan

# Built-in functions that look into a container that they are given.
LOOKING = {"len", "list", "tuple", "set", "frozenset", "dict", "sorted", "sum", "min", "max", "any", "all", "enumerate",
           "zip", "map", "filter", "reversed", "bool", "str", "repr", "print", "iter"}


def instrument(tree, module="", foreign=False):
    """Rewrite a parsed module in place; returns it, ready to be compiled.

    module: what tells its variables from those of other modules of the program.  foreign: does it look into objects whose
    attributes others change?  Else an attribute that it never stores itself is taken for constant.
    """
    scan = Scan(tree)
    scan.everything = scan.everything or foreign
    tree = _Rewriter(scan, module).visit(tree)
    return ast.fix_missing_locations(tree)


def _call(name, *args, at):
    node = ast.Call(ast.Name(name, ast.Load()), list(args), [])
    ast.copy_location(node, at)
    ast.copy_location(node.func, at)
    for arg in args:
        if not hasattr(arg, "lineno"):
            ast.copy_location(arg, at)
    return node


def _forget(*names, at):
    """``del`` for temporaries, so that nothing lives longer than in the program as it was written."""
    return _at(ast.Delete([ast.Name(name, ast.Del()) for name in names]), at)


class _Rewriter(ast.NodeTransformer):
    def __init__(self, scan, module):
        self.scan = scan
        self.module = module
        self.functions = []         # enclosing functions, innermost last
        self.classes = []           # names of enclosing classes, innermost last
        self.me = None              # what ``self`` is called, in the private part of an ``__init__``
        self.temporary = 0

    # -- scopes ---------------------------------------------------------------------------------------------------

    def _visit_function(self, node):
        node.decorator_list = [self.visit(d) for d in getattr(node, "decorator_list", [])]
        node.args.defaults = [self.visit(d) for d in node.args.defaults]
        node.args.kw_defaults = [d and self.visit(d) for d in node.args.kw_defaults]
        self.scan.cells(node)       # before the body changes
        self.functions.append(node)
        me, self.me = self.me, None
        if isinstance(node, ast.Lambda):
            node.body = self.visit(node.body)
        else:
            node.body = self._block(node.body)
        self.me = me
        self.functions.pop()
        return node

    def visit_FunctionDef(self, node):
        for inner in ast.walk(node):
            if isinstance(inner, FUNCTIONS):
                self.scan.cells(inner)
        return self._visit_function(node)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Lambda(self, node):
        node.decorator_list = []
        self._visit_function(node)
        del node.decorator_list
        return node

    def _constant(self, attribute):
        """The attribute's name as a string, mangled as the compiler would inside a class."""
        if self.classes and attribute.startswith("__") and not attribute.endswith("__"):
            attribute = f"_{self.classes[-1].lstrip('_')}{attribute}"
        return ast.Constant(attribute)

    def visit_ClassDef(self, node):
        node.decorator_list = [self.visit(d) for d in node.decorator_list]
        node.bases = [self.visit(b) for b in node.bases]
        node.keywords = [self.visit(k) for k in node.keywords]
        self.classes.append(node.name)
        node.body = self._block(node.body)
        self.classes.pop()
        return node

    def _block(self, statements):
        result = []
        for statement in statements:
            me = self.me
            self.me = self.scan.private.get(statement, me)
            changed = self.visit(statement)
            self.me = me
            result.extend(changed if isinstance(changed, list) else [changed])
        return result

    # -- names ----------------------------------------------------------------------------------------------------

    def _key_of(self, name):
        """A key for a variable that several tasks may store, or None for one that is nobody else's business."""
        for function in reversed(self.functions):
            if name in self.scan.cells(function):
                return f"{getattr(function, 'name', 'lambda')}.{name}@{function.lineno}{self.module}"
            if name in self.scan.own(function):
                return None
        return f"global {name}@{self.module}" if name in self.scan.globals else None

    def visit_Name(self, node):
        if not isinstance(node.ctx, ast.Load) or not self.functions:
            return node
        key = self._key_of(node.id)
        if key is None:
            return node
        return _call("__second__", _call("__read__", ast.Constant(key), at=node), node, at=node)

    # -- loads ----------------------------------------------------------------------------------------------------

    def visit_Attribute(self, node):
        node.value = self.visit(node.value)
        if not isinstance(node.ctx, ast.Load):
            return node
        if node.attr in CONTAINER_METHODS:              # handed on, to be called later
            helper = "__bound__" if self.scan.changes(node.attr) else "__fixed_bound__"
            return _call(helper, node.value, self._constant(node.attr), at=node)
        if not self.scan.changes(node.attr):
            return node
        return _call("__load__", node.value, self._constant(node.attr), at=node)

    def visit_Subscript(self, node):
        node.value = self.visit(node.value)
        node.slice = self.visit(node.slice)
        if not isinstance(node.ctx, ast.Load):
            return node
        return _call("__getitem__", node.value, _index(node.slice), at=node)

    def visit_Call(self, node):
        function = node.func
        node.args = [self.visit(a) for a in node.args]
        node.keywords = [self.visit(k) for k in node.keywords]
        if isinstance(function, ast.Attribute):
            value = self.visit(function.value)
            helper = "__method__" if self.scan.changes(function.attr) else "__fixed_method__"
            node.func = _call(helper, value, self._constant(function.attr), at=function)
        elif isinstance(function, ast.Name):
            plain = function.id not in self.scan.stored_names
            if plain and function.id in LOOKING:
                node.args = [a if isinstance(a, (ast.Starred, ast.GeneratorExp)) else _call("__look__", a, at=a)
                             for a in node.args]
            elif plain and function.id == "next" and node.args:
                node.func = ast.copy_location(ast.Name("__next__", ast.Load()), function)
            else:
                node.func = self.visit(function)
        else:
            node.func = self.visit(function)
        return node

    def visit_Starred(self, node):
        node.value = self.visit(node.value)
        if isinstance(node.ctx, ast.Load):
            node.value = _call("__look__", node.value, at=node.value)
        return node

    def _operand(self, node):
        """An operand whose contents the operator looks into, if it is a container."""
        simple = isinstance(node, (ast.Constant, ast.BinOp, ast.UnaryOp, ast.JoinedStr, ast.Lambda))
        visited = self.visit(node)
        return visited if simple else _call("__look__", visited, at=node)

    def visit_Compare(self, node):
        if all(isinstance(op, (ast.Is, ast.IsNot)) for op in node.ops):
            return self.generic_visit(node)
        node.left = self.visit(node.left) if isinstance(node.ops[0], (ast.In, ast.NotIn)) else self._operand(node.left)
        node.comparators = [self._operand(c) for c in node.comparators]
        return node

    def visit_FormattedValue(self, node):
        node.value = self._operand(node.value)
        return node

    def visit_BinOp(self, node):
        node.left, node.right = (self._operand(side) if isinstance(side, ast.Attribute) else self.visit(side)
                                 for side in (node.left, node.right))
        return node

    def _test(self, node):
        node = self.visit(node)
        if isinstance(node, (ast.Compare, ast.Constant, ast.BoolOp, ast.UnaryOp)):
            return node
        return _call("__look__", node, at=node)

    def visit_BoolOp(self, node):
        node.values = [self._test(v) for v in node.values]
        return node

    def visit_UnaryOp(self, node):
        node.operand = self._test(node.operand) if isinstance(node.op, ast.Not) else self.visit(node.operand)
        return node

    def visit_IfExp(self, node):
        node.test = self._test(node.test)
        node.body = self.visit(node.body)
        node.orelse = self.visit(node.orelse)
        return node

    def visit_comprehension(self, node):
        node.target = self.visit(node.target)
        node.iter = _call("__iterate__", self.visit(node.iter), at=node.iter)
        node.ifs = [self._test(i) for i in node.ifs]
        return node

    # -- stores ---------------------------------------------------------------------------------------------------

    def _temporary(self):
        self.temporary += 1
        return f"_stored_{self.temporary}_"

    def _store(self, target, value, at):
        """Statements that store the expression ``value`` in ``target`` (already visited where it is read)."""
        if isinstance(target, ast.Attribute):
            owner = self.visit(target.value)
            if self.me and isinstance(target.value, ast.Name) and target.value.id == self.me:
                return [_at(ast.Assign([ast.Attribute(owner, target.attr, ast.Store())], value), at)]
            return [_at(ast.Expr(_call("__store__", value, owner, self._constant(target.attr), at=at)), at)]
        if isinstance(target, ast.Subscript):
            return [_at(ast.Expr(_call("__setitem__", value, self.visit(target.value),
                                       _index(self.visit(target.slice)), at=at)), at)]
        if isinstance(target, ast.Name):
            key = self._key_of(target.id) if self.functions else None
            if key is not None:
                value = _call("__write__", value, ast.Constant(key), at=at)
            return [_at(ast.Assign([target], value), at)]
        # a tuple, list or starred target: unpack into temporaries, then store each
        after = []
        target = self._unpack(target, after, at)
        return [_at(ast.Assign([target], _call("__look__", value, at=at)), at)] + after

    def _unpack(self, target, after, at):
        if isinstance(target, (ast.Tuple, ast.List)):
            target.elts = [self._unpack(e, after, at) for e in target.elts]
            return target
        if isinstance(target, ast.Starred):
            target.value = self._unpack(target.value, after, at)
            return target
        if isinstance(target, ast.Name) and (not self.functions or self._key_of(target.id) is None):
            return target
        name = self._temporary()
        after.extend(self._store(target, ast.Name(name, ast.Load()), at) + [_forget(name, at=at)])
        return ast.Name(name, ast.Store())

    def visit_Assign(self, node):
        value = self.visit(node.value)
        if len(node.targets) == 1:
            return self._store(node.targets[0], value, node)
        name = self._temporary()
        result = [_at(ast.Assign([ast.Name(name, ast.Store())], value), node)]
        for target in node.targets:
            result += self._store(target, ast.Name(name, ast.Load()), node)
        return result + [_forget(name, at=node)]

    def visit_AnnAssign(self, node):
        if node.value is None or isinstance(node.target, ast.Name) and not self.functions:
            node.value = node.value and self.visit(node.value)
            return node
        if isinstance(node.target, ast.Name) and self._key_of(node.target.id) is None:
            node.value = self.visit(node.value)
            return node
        return self._store(node.target, self.visit(node.value), node)

    def visit_AugAssign(self, node):
        operator = ast.Constant(type(node.op).__name__)
        value = self.visit(node.value)
        target = node.target
        before, after = [], []
        if isinstance(target, ast.Name):
            load = self.visit(ast.copy_location(ast.Name(target.id, ast.Load()), target))
        elif isinstance(target, ast.Attribute):
            owner = self._temporary()
            before = [_at(ast.Assign([ast.Name(owner, ast.Store())], self.visit(target.value)), node)]
            after = [_forget(owner, at=node)]
            load = _call("__load__", ast.Name(owner, ast.Load()), self._constant(target.attr), at=target)
            target = ast.copy_location(ast.Attribute(ast.Name(owner, ast.Load()), target.attr, ast.Store()), target)
        else:
            owner, index = self._temporary(), self._temporary()
            before = [_at(ast.Assign([ast.Name(owner, ast.Store())], self.visit(target.value)), node),
                      _at(ast.Assign([ast.Name(index, ast.Store())], _index(self.visit(target.slice))), node)]
            after = [_forget(owner, index, at=node)]
            load = _call("__getitem__", ast.Name(owner, ast.Load()), ast.Name(index, ast.Load()), at=target)
            target = ast.copy_location(
                ast.Subscript(ast.Name(owner, ast.Load()), ast.Name(index, ast.Load()), ast.Store()), target)
        result = _call("__augment__", operator, load, value, at=node)
        return before + self._store(target, result, node) + after

    def visit_NamedExpr(self, node):
        node.value = self.visit(node.value)
        key = self._key_of(node.target.id) if self.functions else None
        if key is not None:
            node.value = _call("__write__", node.value, ast.Constant(key), at=node)
        return node

    def visit_Delete(self, node):
        result = []
        for target in node.targets:
            if isinstance(target, ast.Attribute):
                call = _call("__delattr__", self.visit(target.value), self._constant(target.attr), at=node)
                result.append(_at(ast.Expr(call), node))
            elif isinstance(target, ast.Subscript):
                call = _call("__delitem__", self.visit(target.value), _index(self.visit(target.slice)), at=node)
                result.append(_at(ast.Expr(call), node))
            else:
                result.append(_at(ast.Delete([target]), node))
        return result

    # -- statements with blocks -------------------------------------------------------------------------------------

    def visit_For(self, node):
        node.iter = _call("__iterate__", self.visit(node.iter), at=node.iter)
        after = []
        node.target = self._unpack(node.target, after, node)
        node.body = [self._tick(node)] + after + self._block(node.body)
        node.orelse = self._block(node.orelse)
        return node

    def visit_While(self, node):
        node.test = self._test(node.test)
        node.body = [self._tick(node)] + self._block(node.body)
        node.orelse = self._block(node.orelse)
        return node

    def _tick(self, at):
        return _at(ast.Expr(_call("__tick__", at=at)), at)

    def visit_If(self, node):
        node.test = self._test(node.test)
        node.body = self._block(node.body)
        node.orelse = self._block(node.orelse)
        return node

    def visit_Assert(self, node):
        node.test = self._test(node.test)
        node.msg = node.msg and self.visit(node.msg)
        return node

    def visit_With(self, node):
        after = []
        for item in node.items:
            item.context_expr = self.visit(item.context_expr)
            if item.optional_vars is not None:
                item.optional_vars = self._unpack(item.optional_vars, after, node)
        node.body = after + self._block(node.body)
        return node

    def visit_Try(self, node):
        node.body = self._block(node.body)
        for handler in node.handlers:
            handler.type = handler.type and self.visit(handler.type)
            handler.body = self._block(handler.body)
        node.orelse = self._block(node.orelse)
        node.finalbody = self._block(node.finalbody)
        return node

    visit_TryStar = visit_Try

    def visit_Match(self, node):
        node.subject = self.visit(node.subject)
        for case in node.cases:
            case.guard = case.guard and self._test(case.guard)
            case.body = self._block(case.body)
        return node

    def visit_Module(self, node):
        node.body = self._block(node.body)
        return node


def _at(node, at):
    return ast.copy_location(node, at)


def _index(node):
    """A subscript as an expression that can be passed to a function."""
    if isinstance(node, ast.Slice):
        parts = [part or ast.Constant(None) for part in (node.lower, node.upper, node.step)]
        return ast.Call(ast.Name("__slice__", ast.Load()), parts, [])
    if isinstance(node, ast.Tuple) and any(isinstance(e, (ast.Slice, ast.Starred)) for e in node.elts):
        node = copy.copy(node)
        node.elts = [_index(e) for e in node.elts]
    return node
