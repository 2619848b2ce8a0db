"""What ``import multiprocessing`` gives, its contexts, and what its submodules give."""

from __future__ import annotations

import multiprocessing as real

from ..machine import machine
from . import connections, process_queues, processes, synchronize
from .lazily import lazily
from .operating_system import CPUS

METHODS = ("spawn", "fork", "forkserver")


class Context:
    """What ``get_context(method)`` gives: the names of the module.  Every process starts as spawn does, whatever the method."""

    def __init__(self, method):
        self._name = method

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        if name == "Process":
            return {None: processes.Process, "spawn": processes.SpawnProcess, "fork": processes.ForkProcess,
                    "forkserver": processes.ForkServerProcess}[self._name]
        return getattr(machine().world.run_module("multiprocessing"), name)

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        return lazily("pools", "Pool")(processes, initializer, initargs, maxtasksperchild, get_context(self.get_start_method()))

    def get_context(self, method=None):
        return self if method is None else get_context(method)

    def get_start_method(self, allow_none=False):
        return self._name or get_start_method(allow_none)


def get_context(method=None):
    if method is not None and method not in METHODS:
        raise ValueError(f"cannot find context for {method!r}")
    contexts = machine().current.space.keep.setdefault("contexts", {})
    return contexts.setdefault(method, Context(method))


def set_start_method(method, force=False):
    keep = machine().current.space.keep
    if keep.get("start_method") is not None and not force:
        raise RuntimeError("context has already been set")
    if method is not None:
        get_context(method)
    keep["start_method"] = method


def get_start_method(allow_none=False):
    keep = machine().current.space.keep
    if keep.get("start_method") is None and not allow_none:
        keep["start_method"] = METHODS[0]
    return keep.get("start_method")


def _nothing(*args, **kwargs):
    """What has no effect on the simulated machine: freeze_support, set_executable …"""


PROCESSES = {"Process": processes.Process, "current_process": processes.current_process,
             "parent_process": processes.parent_process, "active_children": processes.active_children}
ERRORS = {n: getattr(real, n) for n in ("ProcessError", "BufferTooShort", "TimeoutError", "AuthenticationError")}
LOCKS = synchronize.members()
QUEUES = {"Queue": process_queues.queue, "JoinableQueue": process_queues.joinable_queue, "SimpleQueue": process_queues.simple_queue}


def members():
    """The names of the stand-in for the module ``multiprocessing``."""
    return {**PROCESSES, **ERRORS, **LOCKS, "get_context": get_context, "set_start_method": set_start_method,
            "Pool": lambda *args, **kwargs: get_context().Pool(*args, **kwargs),
            "get_start_method": get_start_method, "get_all_start_methods": lambda: list(METHODS), "cpu_count": lambda: CPUS,
            "freeze_support": _nothing, "set_executable": _nothing, "set_forkserver_preload": _nothing,
            "allow_connection_pickling": _nothing, "Pipe": connections.pipe, **QUEUES,
            **{name: lazily("sharedctypes", name) for name in ("Value", "Array", "RawValue", "RawArray")},
            "Manager": lazily("managers", "Manager")}


# What its submodules give: name -> function that gives the names.
SUBMODULES = {
    "process": lambda: {**PROCESSES, "BaseProcess": processes.BaseProcess, "AuthenticationString": processes.AuthenticationString},
    "context": lambda: {**ERRORS, "Process": processes.Process, "SpawnProcess": processes.SpawnProcess,
                        "ForkProcess": processes.ForkProcess, "ForkServerProcess": processes.ForkServerProcess},
    "synchronize": synchronize.members, "sharedctypes": lazily("sharedctypes"), "shared_memory": lazily("shared_memory"),
    "connection": connections.members,
    "queues": process_queues.members,
    "managers": lazily("managers"),
    "pool": lazily("pools"), "dummy": lazily("dummy"), "dummy.connection": lazily("dummy", "connection_members"),
}


def submodule(name):
    """The names of the stand-in for the module ``multiprocessing.NAME``."""
    return SUBMODULES[name]()
