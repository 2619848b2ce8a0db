"""What a manager's proxies refer to, and how one call is carried out on it.

A built-in container, a Namespace, a Value or an Array: the whole call is one operation (``Call``), because the real server's
interpreter lock makes it one.  A lock, a queue or an object of the program's: its method is called by the visiting task and makes
its own operations.  What goes in and what comes out are copies.
"""

from __future__ import annotations

import array
import types

from ..instrument import attributes
from ..instrument.accesses import access, is_rewritten
from ..instrument.containers import mutators_of
from ..machine import EXCLUSIVE, READ, Operation, machine
from .parcels import answer, remote_traceback, unpickled
from .standin import StandIn

GETVALUE = "#GETVALUE"
FALLBACK = {"__str__": str, "__repr__": repr, GETVALUE: lambda obj: obj}    # can be called though nobody exposes them

READERS = {"__contains__", "__getitem__", "__len__", "__iter__", "__reversed__", "__add__", "__mul__", "__rmul__", "__eq__",
           "__ne__", "count", "index", "copy", "get", "items", "keys", "values", *FALLBACK}


class Namespace:
    """What ``manager.Namespace()`` holds."""

    def __init__(self, /, **attributes):
        self.__dict__.update(attributes)

    def __repr__(self):
        shown = sorted(f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_"))
        return f"{type(self).__name__}({', '.join(shown)})"


class Value:
    """What ``manager.Value()`` holds: anything, whatever the typecode."""

    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return f"{type(self).__name__}({self._typecode!r}, {self._value!r})"

    value = property(get, set)


def Array(typecode, sequence, lock=True):
    return array.array(typecode, sequence)


def public_methods(obj):
    """The names of the methods that a proxy gets where nobody says which."""
    if isinstance(obj, StandIn):            # looking at its properties would be steps
        return [name for name in public_methods(type(obj)) if not hasattr(StandIn, name)]
    return [name for name in dir(obj) if name[0] != "_" and callable(getattr(obj, name))]


class Referent:
    """One object in a server.

    exposed: names of the methods that may be called.  typeids: method -> typeid of the proxy that it returns.
    whole: whether a call is one operation.  parted: whether its attributes or places are data apart (an array keeps its length).
    shown: whether code of the program's in the server may have it too.
    source: what is read along with it (an iterator's container), as touches.
    users: how many proxies are counted, as the real server counts them.  kept: a container in the server holds it: it stays.
    unsure: processes whose proxies are not counted because they came with the process's arguments.  sent: pickles on their way.
    """

    def __init__(self, ident, obj, exposed, typeids, label, source=()):
        self.ident = ident
        self.obj = obj
        self.exposed = tuple(dict.fromkeys(exposed))
        self.typeids = typeids or {}
        self.label = label
        self.key = (id(obj), "items")
        self.whole = not _is_ours(obj)
        self.parted = type(obj) in (Namespace, array.array)
        self.source = source
        self.shown = False
        self.users = 1
        self.kept = False
        self.unsure = []
        self.sent = 0

    def touches(self, name, args):
        """What calling a method depends on where the call is one operation."""
        reads = name in FALLBACK or name in READERS and _known(self.obj)
        if not self.parted:
            return ((self.key, READ if reads else EXCLUSIVE), *self.source)
        # three kinds of keys: each part's; "whole", which who changes everything shares with who reads a part; and "written",
        # which who reads everything shares with who changes a part.  So different parts do not depend on each other.
        whole, written = self.key, (*self.key, "written")
        part = self._part(name, args)
        if part is None:
            return ((whole, READ if reads else EXCLUSIVE), (written, READ if reads else EXCLUSIVE))
        if name in ("__getattribute__", "__getitem__"):
            return (((*self.key, part), READ), (whole, READ))
        return (((*self.key, part), EXCLUSIVE), (written, "write"))

    def _part(self, name, args):
        """The attribute or the place that a call is about, or None."""
        if args and name in ("__getattribute__", "__setattr__", "__delattr__"):
            return args[0]
        if args and name in ("__getitem__", "__setitem__") and type(args[0]) is int:
            return args[0] % (len(self.obj) or 1)
        return None

    def run(self, name, args, kwds):
        """Call the method.  Returns (kind, value): RETURN, PROXY with what the proxy is to refer to, ERROR or TRACEBACK."""
        try:
            if name in self.exposed:
                function = _method(self.obj, name)
            elif name in FALLBACK:
                function, args, kwds = FALLBACK[name], (self.obj,), {}
            else:
                exposed = ", ".join(map(repr, sorted(self.exposed)))
                try:
                    raise AttributeError(f"method {name!r} of {type(self.obj)!r} object is not in exposed={{{exposed}}}")
                except AttributeError:
                    raise KeyError(name)
        except Exception as error:
            return "TRACEBACK", remote_traceback(error)
        try:
            value = function(*args, **kwds)
        except Exception as error:
            error.__context__ = error.__cause__ = None
            return "ERROR", error.with_traceback(None)      # the copy has none either, and it keeps the client's frames alive
        return ("PROXY" if self.typeids.get(name) else "RETURN"), value


def there(ident):
    """What a call touches that needs the referent to be there, where it may be dropped meanwhile."""
    return ("referent", ident), READ


def _is_ours(obj):
    """Is it the program's own, or a stand-in: does it make its own operations?"""
    return isinstance(obj, (StandIn, types.GeneratorType, types.FunctionType, types.MethodType)) or is_rewritten(type(obj)) \
        or type(obj).__module__.startswith("autograder.standins.") and type(obj) not in (Namespace, Value)


def _known(obj):
    cls = type(obj)
    return cls in (Value, array.array) or mutators_of(cls) is not None and not hasattr(cls, "__missing__")


def _method(obj, name):
    """``obj.name`` so that what it does to an object of the program's is seen as what the program does."""
    if not is_rewritten(type(obj)):
        return getattr(obj, name)
    function = getattr(obj, name)
    if not isinstance(function, (types.BuiltinMethodType, types.MethodWrapperType)):
        return function
    if name in ("__getattribute__", "__setattr__", "__delattr__"):
        return {"__getattribute__": lambda key: attributes.load(obj, key),
                "__delattr__": lambda key: attributes.delete_attribute(obj, key),
                "__setattr__": lambda key, value: attributes.store(value, obj, key)}[name]
    if mutators_of(type(obj)) is None:
        return function
    mode = READ if name in READERS and _known(obj) else EXCLUSIVE
    return lambda *args, **kwds: access(machine(), obj, "items", mode, "calls", f"{type(obj).__name__}.{name}()",
                                        lambda: function(*args, **kwds))


class Call(Operation):
    """A call that is one operation: the referent's method, and the pickling of what it returns."""

    __slots__ = ("server", "referent", "method", "args", "kwds", "reply")
    kind = "access"
    plain = True

    def __init__(self, server, referent, method, args, kwds, probing):
        self.server = server
        self.referent = referent
        self.method = method
        self.args = args
        self.kwds = kwds
        self.reply = None
        super().__init__(referent.touches(method, args))
        if probing:
            self.touches += server.space.life + (there(referent.ident),)

    def apply(self, machine):
        self.server.check()
        if self.server.referents.get(self.referent.ident) is not self.referent:
            self.reply = "TRACEBACK", remote_traceback(KeyError(self.referent.ident))
            return None
        task = machine.current
        home, task.space = task.space, self.server.space
        try:
            self.reply = machine.atomically(self._answer)
        finally:
            task.space = home
        return self.reply[1] if self.reply[0] == "RETURN" else None

    def _answer(self):
        kind, value = self.referent.run(self.method, self.args, self.kwds)
        return (kind, value) if kind == "PROXY" else answer(kind, value)

    @property
    def how(self):
        return HOW.get(self.method, "calls")

    @property
    def name(self):
        label, method, args = self.referent.label, self.method, self.args
        if method.endswith("attr__") or method == "__getattribute__":
            return f"{label}.{args[0]}" if args else label
        if method.endswith("item__"):
            return f"{label}[{_short(args[0])}]" if args else label
        if type(self.referent.obj) is Value:
            return f"{label}.value"
        return label if self.how == "looks into" else f"{label}.{method}({', '.join(map(_short, args))})"

    def describe(self):
        failed = self.reply is not None and self.reply[0] == "ERROR"
        return f"{self.how} {self.name}" + (f", which raises {type(unpickled(self.reply[1])).__name__}" if failed else "")


# What a report calls a method; any other it "calls".
HOW = {**dict.fromkeys(("__getitem__", "__getattribute__", "get"), "reads"),
       **dict.fromkeys(("__setitem__", "__setattr__", "set"), "writes"),
       **dict.fromkeys(("__delitem__", "__delattr__"), "deletes"),
       **dict.fromkeys(("__len__", "__contains__", *FALLBACK), "looks into")}


def _short(value):
    text = repr(value)
    return text if len(text) <= 24 else text[:23] + "…"
