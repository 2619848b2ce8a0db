"""The closed world that a program sees on the simulated machine: its builtins and what it can import.

A *trusted* program (the author's own, for ``course explore`` and the chapters) may also import real modules that start
no threads; an exercise gets only stand-ins and harmless modules, as facades that hold public names and no modules.
"""

from __future__ import annotations

import builtins
import importlib
import random
import sys
import types
from functools import partial

from ..machine import frame_of, machine
from . import clock, concurrent, operating_system, output, pickling, queues, signals, threading
from .identity import identity
from .lazily import lazily
from .standin import stable_hash


def _random():
    """``random``, seeded, so that every run of a schedule draws the same numbers."""
    generator = random.Random(1)
    return {"Random": random.Random, **{n: getattr(generator, n) for n in random.__all__ if hasattr(generator, n)}}


PROCESS_MODULES = ("process", "context", "synchronize", "connection", "queues", "managers", "pool", "dummy", "dummy.connection",
                   "sharedctypes", "shared_memory")        # of multiprocessing
STANDINS = {"random": _random, "sys": output.sys_members, "logging": output.logging_members, "warnings": output.warnings_members,
            "threading": threading.members, "time": clock.members, "multiprocessing": lazily("multiprocessing"),
            "signal": signals.members, "pickle": pickling.members, "os": operating_system.members,
            "os.path": operating_system.path_members, "queue": queues.members,
            "ctypes": lazily("ctypes_memory"), "traceback": lazily("tracebacks"), **concurrent.MODULES,
            **{f"multiprocessing.{name}": partial(lazily("multiprocessing", "submodule"), name) for name in PROCESS_MODULES}}
TRUSTED = {"os": operating_system.trusted_members, "sys": output.trusted_sys_members}
PER_PROCESS = ("random", "os")      # made anew for each process of each run: they hold what it may change
PARTS = {"io": ("BytesIO", "StringIO"), "types": ("SimpleNamespace", "MappingProxyType", "TracebackType", "GenericAlias", "NoneType", "MethodType",
                   "BuiltinFunctionType", "EllipsisType", "NotImplementedType", "UnionType", "DynamicClassAttribute")}

MUTATING = ("heappush", "heappop", "heappushpop", "heapreplace", "heapify", "insort", "insort_left", "insort_right")

HARMLESS = ("__future__", "abc", "array", "base64", "binascii", "bisect", "cmath", "collections", "collections.abc", "contextlib", "copy",
            "dataclasses", "datetime", "decimal", "enum", "errno", "fractions", "functools", "hashlib", "heapq", "itertools", "json", "math",
            "numbers", "operator", "pprint", "re", "reprlib", "statistics", "string", "struct", "textwrap", "typing", "weakref", "zlib")

# Concurrency that would run for real and unseen.
UNSIMULATED = ("_thread", "_threading_local", "asyncio", "concurrent", "concurrent.futures",
               "sched", "select", "selectors", "socket", "socketserver", "subprocess",
               "_queue", "greenlet", "gevent", "trio", "anyio")

# What to do instead of what is refused.
INSTEAD = {"os.fork": ": start processes with multiprocessing", "os.system": ": nothing real is started from here",
           "subprocess": ": nothing real is started from here", "socket": ": let the threads talk through queues or pipes",
           "asyncio": ": it explores threads and processes, not coroutines"}

HIDDEN_BUILTINS = ("breakpoint", "compile", "eval", "exec", "exit", "globals", "help", "input", "locals", "memoryview",
                   "open", "quit", "vars", "copyright", "credits", "license")

ALWAYS_HIDDEN = ("breakpoint", "exit", "help", "input", "quit", "vars")       # also from a trusted program

SAFE_DUNDERS = {f"__{n}__" for n in (
    "init new del repr str format bytes hash bool len length_hint contains iter next reversed getitem setitem delitem "
    "missing call enter exit eq ne lt le gt ge add sub mul truediv floordiv mod pow and or xor neg pos abs invert "
    "int float index round radd rsub rmul iadd isub imul ior iand name doc class dict slots all main annotations "
    "qualname module future post_init aenter aexit wrapped init_subclass class_getitem set_name get set delete "
    "getattr setattr delattr getattribute dir match_args copy deepcopy version author file notes "
    "cause context suppress_context").split()}


class Refused(Exception):
    """The program asked for something that it may not have.  ``line`` is the line that asked, or 0."""

    def __init__(self, message, line=0):
        super().__init__(message)
        self.line = line


class Unsimulated:
    """Stands for a module that cannot be simulated: importing it is allowed, using it is refused by name."""

    def __init__(self, name, world):
        self.__name__ = name
        self._world = world

    def __getattr__(self, attribute):
        if attribute.startswith("__"):
            raise AttributeError(attribute)
        self._world.refuse(f"{self.__name__}.{attribute} cannot be played on the simulated machine"
                           + INSTEAD.get(self.__name__.split(".")[0], ""))


class _Module(types.ModuleType):
    """A module of the closed world.  Asking it for a forbidden name is noted, however the name is asked for."""

    def __init__(self, name, members, forbidden, world):
        super().__init__(name)
        self.__dict__.update(members, __all__=sorted(n for n in members if not n.startswith("_")),
                             _forbidden=forbidden, _world=world)

    def fresh(self):
        """A copy for one run: what the program changes in it is gone in the next."""
        copy = types.ModuleType.__new__(_Module)
        copy.__dict__.update(self.__dict__)
        return copy

    def __getattr__(self, name):
        space = self.__dict__
        world, submodule = space["_world"], f"{self.__name__}.{name}"
        if submodule in STANDINS and not world.why_not(submodule):
            return world.run_module(submodule)
        if name in space["_forbidden"]:
            world.refuse(f"{self.__name__}.{name} may not be used: the contract says what to build this from")
        if self.__name__ in STANDINS and not name.startswith("_") and hasattr(importlib.import_module(self.__name__), name):
            world.refuse(f"{self.__name__}.{name} cannot be played on the simulated machine" + INSTEAD.get(f"{self.__name__}.{name}", ""))
        raise AttributeError(f"module '{self.__name__}' has no attribute '{name}'")


class World:
    """What one program may import.

    forbids: what the contract rules out: modules ("queue"), names of one module ("multiprocessing.Pool"), and capitalised names,
    which are ruled out in every module ("Semaphore").
    trusted: real modules are handed out for what is neither stand-in nor concurrency.
    files: names of the program's own source files, to name the line that asked.  programs: its other modules, by name: each
    has ``load()``.
    """

    def __init__(self, forbids=(), trusted=False):
        self.forbids = frozenset(forbids)
        self.trusted = trusted
        self.files = set()
        self.programs = {}
        self.builtins = self._builtins()
        self._facades = {}

    # -- imports ---------------------------------------------------------------------------------------------------

    def why_not(self, name):
        """Why a module may not be imported, as a sentence; None if it may."""
        if name in self.forbids or name.split(".")[0] in self.forbids:
            return f"this exercise is to be built without {name}"
        if self.trusted or name.split(".")[0] in sys.stdlib_module_names:
            return None
        return f"{name} is not part of Python's standard library, which is all that an exercise may use"

    def is_forbidden(self, module, name):
        """Is this name of a stand-in for ``module`` ruled out?"""
        return f"{module}.{name}" in self.forbids or name in self.forbids and name[:1].isupper()

    def module(self, name):
        """The module that ``import name`` gives.  Raises Refused."""
        if name in self._facades:
            return self._facades[name]
        why = self.why_not(name)
        if why:
            self.refuse(why)
        if name in STANDINS:
            members = TRUSTED[name]() if self.trusted and name in TRUSTED else STANDINS[name]()
            forbidden = {k for k in members if self.is_forbidden(name, k)}
            found = _Module(name, {k: v for k, v in members.items() if k not in forbidden}, forbidden, self)
        elif name in UNSIMULATED or name.split(".")[0] in UNSIMULATED:
            found = Unsimulated(name, self)
        elif self.trusted and name not in ("heapq", "bisect"):
            found = importlib.import_module(name)
        elif name not in HARMLESS and name not in PARTS:
            found = Unsimulated(name, self)
        else:
            from ..instrument.containers import mutating
            real = importlib.import_module(name)
            public = PARTS.get(name) or getattr(real, "__all__", None) or [n for n in vars(real) if not n.startswith("_")]
            members = {n: getattr(real, n) for n in public if not isinstance(getattr(real, n), types.ModuleType)}
            members.update({n: mutating(members[n]) for n in MUTATING if n in members})
            found = _Module(name, members, (), self)
            if name == "collections":
                found.__dict__["abc"] = self.module("collections.abc")
        self._facades[name] = found
        return found

    def import_(self, name, globals=None, locals=None, fromlist=(), level=0):
        """What the program's ``__import__`` does."""
        if level:
            self.refuse("a relative import has nothing to be relative to: " + (
                "write `import name` for a module beside the program" if self.trusted else "an exercise is one file"))
        found = self.run_module(name)
        if fromlist or "." not in name:
            return found
        return self.run_module(name.split(".")[0])

    def run_module(self, name):
        """``module``, but one stand-in per process, so that a module is the same object however often it is imported."""
        modules = machine().current.space.modules
        found = modules.get(name)
        if found is None and self.programs.get(name) is not None:
            found = modules[name] = self.programs[name].load()
        if found is None:
            found = self.module(name)
            if type(found) is _Module:
                found = found.fresh()
                if name in PER_PROCESS:
                    found.__dict__.update(STANDINS[name]())
            modules[name] = found
        return found

    def refuse(self, message):
        """Note that the program asked for what it may not have, and raise Refused in it."""
        where = frame_of(self.files)
        error = Refused(message, where[1] if where else 0)
        machine().refused.append(error)
        raise error

    # -- builtins --------------------------------------------------------------------------------------------------

    def _builtins(self):
        names = {n: getattr(builtins, n) for n in dir(builtins) if not n.startswith("_")}
        for name in ALWAYS_HIDDEN if self.trusted else HIDDEN_BUILTINS:
            names.pop(name, None)
            if name not in ("copyright", "credits", "license"):
                names[name] = self._hidden(name)
        names["vars"] = self._vars
        names.update(id=identity, __build_class__=_build_class, __import__=self.import_, __name__="builtins",
                     print=output.print_, getattr=self._getattr, setattr=self._setattr,
                     delattr=self._delattr, hasattr=self._hasattr)
        names["__debug__"] = True
        return names

    def _hidden(self, name):
        def hidden(*args, **kwargs):
            self.refuse(f"{name}() is not available on the simulated machine")
        hidden.__name__ = name
        return hidden

    def _vars(self, *owner):
        from ..instrument.accesses import is_rewritten
        if len(owner) != 1 or not is_rewritten(type(owner[0])):
            self.refuse("vars() is available only for objects of your own classes")
        return owner[0].__dict__

    def _checked(self, name):
        if isinstance(name, str) and name.startswith("__") and name.endswith("__") and name not in SAFE_DUNDERS \
                and not self.trusted:
            self.refuse(f"{name} is a back door of the interpreter; no exercise needs it")
        return name

    def _getattr(self, owner, name, *default):
        return getattr(owner, self._checked(name), *default)

    def _hasattr(self, owner, name):
        return hasattr(owner, self._checked(name))

    def _setattr(self, owner, name, value):
        from ..instrument.attributes import store
        store(value, owner, self._checked(name))

    def _delattr(self, owner, name):
        delattr(owner, self._checked(name))


def _build_class(*args, **kwargs):
    """``class``: objects of a class without a hash of its own get one that is the same in every run."""
    cls = builtins.__build_class__(*args, **kwargs)
    if isinstance(cls, type) and cls.__hash__ is object.__hash__:
        cls.__hash__ = stable_hash
    return cls
