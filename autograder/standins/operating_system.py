"""What ``import os`` gives: the machine's own processes, and of the real one only what starts and ends nothing."""

from __future__ import annotations

import os as real
import sys

from ..machine import Exit, machine
from .signals import kill

CPUS = 2                # of the simulated machine: the same everywhere
PURE = ("sep", "altsep", "extsep", "pathsep", "linesep", "name", "curdir", "pardir", "devnull", "fspath", "PathLike", "strerror",
        "error", "EX_OK", "fsencode", "fsdecode")
PURE_PATH = ("join", "basename", "dirname", "split", "splitext", "normpath", "isabs", "commonprefix", "commonpath", "sep")
STARTS_PROCESSES = ("fork", "forkpty", "exec", "spawn", "posix_spawn", "popen", "system", "wait", "abort", "startfile", "register_at_fork",
                    "pidfd", "kill", "_exit")


def getpid():
    return machine().current.space.pid


def getppid():
    parent = machine().current.space.parent
    return parent.pid if parent is not None else 1


def _exit(status):
    """The process ends at once: no ``finally``, no flushing."""
    m = machine()
    m.needs_probing()
    m.perform(Exit(m.current.space, status & 0xFF))
    m.vanish()


def _environ():
    """The environment, a copy for each process: what a child changes stays there."""
    return machine().current.space.keep.setdefault("environ", {})


def members():
    """The names of the stand-in for the module ``os``."""
    names = {n: getattr(real, n) for n in PURE if hasattr(real, n)}
    environ = _environ()
    names.update(getpid=getpid, getppid=getppid, _exit=_exit, kill=kill, cpu_count=lambda: CPUS, environ=environ,
                 getenv=environ.get)
    if sys.version_info >= (3, 13):
        names["process_cpu_count"] = lambda: CPUS
    if hasattr(real, "sched_getaffinity"):
        names["sched_getaffinity"] = lambda pid: set(range(CPUS))
    return names


def trusted_members():
    """The same for a program of the author's own, which may also use files."""
    names = {n: v for n, v in vars(real).items() if not n.startswith("_") and not n.startswith(STARTS_PROCESSES)}
    return {**names, **members(), "path": real.path}


def path_members():
    """The names of the stand-in for the module ``os.path``."""
    return {n: getattr(real.path, n) for n in PURE_PATH}
