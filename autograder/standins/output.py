"""What the program writes: ``print``, ``sys.stdout``, ``logging`` and ``warnings``, kept with the run and the task that wrote."""

from __future__ import annotations

import logging as real_logging
import sys as real

from ..machine import machine

LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
HIDDEN = ("settrace", "setprofile", "gettrace", "getprofile", "displayhook", "excepthook", "setrecursionlimit", "addaudithook",
          "breakpointhook", "exc_info")


class Output:
    """``sys.stdout`` and ``sys.stderr``."""

    encoding = "utf-8"

    def write(self, text):
        machine().write(text)
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False


def print_(*values, sep=" ", end="\n", file=None, flush=False):
    """``print``: never written to the terminal."""
    if file is not None:
        print(*values, sep=sep, end=end, file=file)
    else:
        machine().write((" " if sep is None else sep).join(map(str, values)) + ("\n" if end is None else end))


def _exit(code=None):
    raise SystemExit(code)


def sys_members():
    """The names of the stand-in for the module ``sys``."""
    return {"exit": _exit, "maxsize": real.maxsize, "version_info": real.version_info, "version": real.version, "platform": real.platform,
            "byteorder": real.byteorder, "implementation": real.implementation, "stdout": Output(), "stderr": Output(),
            "getswitchinterval": lambda: 0.005, "setswitchinterval": lambda seconds: None, "exc_info": real.exc_info}


def trusted_sys_members():
    """The same for a program of the author's own."""
    return {**{n: v for n, v in vars(real).items() if not n.startswith("_") and n not in HIDDEN}, **sys_members()}


class Logger:
    """A logger that writes ``LEVEL:name:message`` to the run's output, as logging does before it is configured."""

    def __init__(self, name):
        self.name = name
        self.level = 0
        self.disabled = False

    def setLevel(self, level):
        self.level = real_logging.getLevelName(level) if isinstance(level, str) else level

    def getEffectiveLevel(self):
        return self.level or _loggers()["root"].level

    def isEnabledFor(self, level):
        return level >= self.getEffectiveLevel()

    def log(self, level, message, *args, **kwargs):
        if self.isEnabledFor(level):
            machine().write(f"{real_logging.getLevelName(level)}:{self.name}:{str(message) % args if args else message}\n")

    def exception(self, message, *args, **kwargs):
        self.log(real_logging.ERROR, message, *args)

    def addHandler(self, handler):
        pass


for _level in LEVELS:
    setattr(Logger, _level.lower(), lambda self, message, *args, _n=getattr(real_logging, _level), **kwargs: self.log(_n, message, *args))


def _loggers():
    """The loggers of the running task's process."""
    keep = machine().current.space.keep
    if "loggers" not in keep:
        keep["loggers"] = {"root": Logger("root")}
        keep["loggers"]["root"].level = real_logging.WARNING
    return keep["loggers"]


def get_logger(name=None):
    loggers = _loggers()
    return loggers.setdefault(name or "root", Logger(name or "root"))


def _basic_config(*, level=None, **options):
    if level is not None:
        get_logger().setLevel(level)


def logging_members():
    """The names of the stand-in for the module ``logging``."""
    def through_root(name):
        return lambda *args, **kwargs: getattr(get_logger(), name)(*args, **kwargs)
    names = {n: through_root(n) for n in (*(level.lower() for level in LEVELS), "exception", "log")}
    return {**names, **{n: getattr(real_logging, n) for n in LEVELS}, "getLogger": get_logger, "basicConfig": _basic_config,
            "Logger": Logger, "getLevelName": real_logging.getLevelName}


def warnings_members():
    """The names of the stand-in for the module ``warnings``."""
    def warn(message, category=UserWarning, stacklevel=1, source=None):
        machine().write(f"{getattr(category, '__name__', category)}: {message}\n")
    return {"warn": warn, "simplefilter": lambda *args, **kwargs: None, "filterwarnings": lambda *args, **kwargs: None}
