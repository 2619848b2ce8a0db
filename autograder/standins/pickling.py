"""Pickling between the processes of the simulated program: what one process hands to another is a copy.

Functions and classes go by name, and are looked up in the other process's own modules (see ``explore.program.Here``).
What the kernel holds (locks, queues, pipe ends, shared memory) goes by number, and only while a process is being started.
"""

from __future__ import annotations

import io
import pickle

from ..machine import machine

# What a closed world's pickles may name beside what the program could import: exceptions of these modules, and how things
# are rebuilt.
EXCEPTIONS = {"_queue", "queue", "concurrent.futures._base", "concurrent.futures.process", "concurrent.futures.thread",
              "multiprocessing.context", "multiprocessing.managers", "multiprocessing.pool", "threading"}
RECONSTRUCTORS = {("copyreg", "_reconstructor"), ("copyreg", "__newobj__"), ("_codecs", "encode"), ("array", "_array_reconstructor")}


def dumps(what, *, spawning=False):
    """``what`` as bytes.  spawning: is it what a new process starts with?  None: a mere try, which hands nothing on.

    Raises what ``pickle.dumps`` raises.
    """
    task = machine().current
    before, task.spawning = task.spawning, spawning
    try:
        return pickle.dumps(what)
    finally:
        task.spawning = before


def loads(data):
    """The copy, in the running task's process.  Raises what ``pickle.loads`` raises."""
    return _Unpickler(io.BytesIO(data)).load()


class _Unpickler(pickle.Unpickler):
    """``find_class`` holds a closed world closed: pickles are the program's to make."""

    def find_class(self, module, name):
        world = machine().world
        if world is None or world.trusted or _is_ours(module):
            return super().find_class(module, name)
        found = None
        if module == "builtins":
            found = world.builtins.get(name)
        elif "." in name:
            pass                            # it might lead from a module that is harmless into one that is not
        elif (module, name) in RECONSTRUCTORS:
            found = super().find_class(module, name)
        elif module.startswith("autograder.standins.") or module in EXCEPTIONS:
            found = super().find_class(module, name)
            if getattr(found, "__module__", "") != module:
                found = None
        elif world.why_not(module) is None:
            found = getattr(world.run_module(module), name, None)
        if found is None:
            world.refuse(f"a pickle may not name {module}.{name}")
        return found


def _is_ours(module):
    from ..instrument.accesses import rewritten_modules
    return module in rewritten_modules


def members():
    """The names of the stand-in for the module ``pickle``."""
    return {"dumps": lambda what, protocol=None, **options: dumps(what), "loads": lambda data, **options: loads(data),
            **{n: getattr(pickle, n) for n in ("PickleError", "PicklingError", "UnpicklingError", "HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL")}}


# -- what the kernel holds -------------------------------------------------------------------------------------------

class Shared:
    """A mixin for stand-ins that several processes may hold: the same object of the kernel in each.

    It is handed on when a process is started, as its argument or a part of it; at any other time pickling it raises
    RuntimeError, as the real ones do.
    """

    def __reduce__(self):
        check_spawning(self)
        return attach, (register(self),)

    def __reduce_ex__(self, protocol):
        return self.__reduce__()


def check_spawning(what):
    """RuntimeError unless a process is being started: the rule of ``multiprocessing.context.assert_spawning``."""
    if not machine().current.spawning:
        raise RuntimeError(f"{type(what).__name__} objects should only be shared between processes through inheritance")


def register(what):
    """The kernel's number of ``what``."""
    m = machine()
    number = m.kernel_numbers.get(id(what))
    if number is None:
        number = m.kernel_numbers[id(what)] = len(m.kernel) + 1
        m.kernel[number] = what
    return number


def attach(number):
    """What the kernel holds under ``number``."""
    return machine().kernel[number]
