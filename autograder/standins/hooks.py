"""``threading.excepthook``: who is told of an exception that a thread does not catch."""

from __future__ import annotations

import threading as real
import traceback

from ..machine import machine

ExceptHookArgs = real.ExceptHookArgs


def excepthook(args, /):
    """The hook that is there unless the program sets its own: writes the traceback to the run's output."""
    if type(args) is not ExceptHookArgs:
        raise TypeError("argument type must be ExceptHookArgs")
    if args.exc_type is SystemExit:
        return
    name = args.thread.name if args.thread is not None else machine().current.name
    lines = traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback)
    machine().write(f"Exception in thread {name}:\n{''.join(lines)}")


def hook_of(space):
    """The hook that the program has set in this process, or None: then an exception is a failure of the run."""
    module = space.modules.get("threading")
    hook = getattr(module, "excepthook", excepthook)
    return None if hook is excepthook else hook
