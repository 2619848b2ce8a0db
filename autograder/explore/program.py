"""A program that can be run on the machine again and again: source, rewritten code, and the world that it sees."""

from __future__ import annotations

import ast
import linecache
import sys
import types

from ..instrument import HELPERS, instrument
from ..instrument.accesses import rewritten_modules
from ..instrument.constant import is_constant
from ..machine import active, machine
from ..standins.world import World
from .schedule import digest
from .siblings import siblings


class Program:
    """One module.

    source: its text.  filename: what tracebacks and reports call it.  name: its ``__name__``.
    forbids, trusted: as for World.  world: that of the program that this module is a part of.
    Raises SyntaxError (also for null bytes and too deep nesting).
    """

    def __init__(self, source, filename, name="__program__", *, forbids=(), trusted=False, world=None):
        self.source = source
        self.filename = filename
        self.name = name if name not in sys.modules or name in rewritten_modules else f"{name}_explored"
        self.leak_told = False      # has a check failed because something is left behind?
        self.world = World(forbids, trusted) if world is None else world
        self.world.files.add(filename)
        try:
            tree = ast.parse(source, filename)
            beside = siblings(filename, tree) if self.world.trusted else {}
            self.constant = is_constant(tree) and not beside
            self.code = compile(instrument(tree, "" if world is None else self.name), filename, "exec")
        except ValueError as error:
            raise SyntaxError(str(error)) from None
        except (RecursionError, MemoryError):
            raise SyntaxError("the source is nested too deeply to be read") from None
        for module, path in beside.items():
            if module not in self.world.programs and path.stem != self.name:
                self.world.programs[module] = None      # while it is read: modules may import each other
                self.world.programs[module] = Program(path.read_text(encoding="utf-8-sig"), str(path), module, world=self.world)
        rewritten_modules.add(self.name)
        self.here = Here(self)
        self.kept = {}              # process number -> (module, what it had imported, the last run that used it)
        lines = source.splitlines(keepends=True)
        linecache.cache[filename] = (len(source), None, lines, filename)

    def load(self):
        """The module, as the running task's process has just imported it; inside a run.

        It is executed afresh, unless that could make no difference (``constant``).
        """
        m = machine()
        m.world = self.world
        space = m.current.space
        sys.modules[self.name] = self.here      # dataclasses, enum and pickle look a module up by its name
        kept = self.kept.get(space.number)
        if kept is not None:
            module, modules, run = kept
            if not run.changed and run is not m:
                for name, imported in modules.items():
                    space.modules.setdefault(name, imported)
                space.modules[self.name] = module
                m.classes, m.containers = run.classes, run.containers
                self.kept[space.number] = module, modules, m
                return module
        module = types.ModuleType(self.name)
        module.__dict__.update(HELPERS)
        module.__dict__["__builtins__"] = self.world.builtins
        module.__dict__["__file__"] = self.filename
        space.modules[self.name] = module
        space.loading += 1
        try:
            exec(self.code, module.__dict__)
        except BaseException:
            del space.modules[self.name]
            raise
        finally:
            space.loading -= 1
        if self.constant:
            imported = {name: found for name, found in space.modules.items() if name not in rewritten_modules}
            self.kept[space.number] = module, imported, m
        return module

    @property
    def digest(self):
        return digest(self.source)


class Here(types.ModuleType):
    """Stands in ``sys.modules`` for the program's module, which is another one in each process of each run.

    Whoever asks it for a name gets that of the running task's process; a process that has not yet imported the module does
    so now, as a spawned process does when its first argument is unpickled.
    """

    def __init__(self, program):
        super().__init__(program.name)
        object.__setattr__(self, "_program", program)

    def __getattribute__(self, name):
        m = active()
        if m is None or m.current is None:
            return object.__getattribute__(self, name)
        program = object.__getattribute__(self, "_program")
        module = m.current.space.modules.get(program.name)
        return getattr(program.load() if module is None else module, name)
