"""Signals between the processes of the program, as far as starting and ending them needs.

A handler runs in the main task of its process, before that goes on with what it waits for.
"""

from __future__ import annotations

import signal as real

from ..machine import Kill, Operation, machine

IGNORED = {getattr(real, name) for name in ("SIGCHLD", "SIGCONT", "SIGURG", "SIGWINCH") if hasattr(real, name)}


class SetHandler(Operation):
    """``signal.signal``: from now on this handler."""

    __slots__ = ("number", "what")
    kind = "signal"

    def __init__(self, number, what):
        self.number = number
        self.what = what
        super().__init__()

    def apply(self, machine):
        handlers = machine.current.space.handlers
        before = handlers.get(self.number)
        handlers[self.number] = self.what
        return before

    def describe(self):
        return f"sets a handler for {real.Signals(self.number).name}"


def signal(number, handler):
    """Stands in for ``signal.signal``.  Returns the handler before."""
    m = machine()
    if not 0 < number < real.NSIG:
        raise ValueError("signal number out of range")
    number = real.Signals(number)
    if m.current is not m.current.space.main:
        raise ValueError("signal only works in main thread of the main interpreter")
    if not callable(handler) and handler not in (real.SIG_DFL, real.SIG_IGN):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if number in (getattr(real, "SIGKILL", None), getattr(real, "SIGSTOP", None)):
        raise OSError(22, "Invalid argument")
    what = _as_told(number, handler)
    if m.current.space.number:
        before = m.perform(SetHandler(number, what))
    else:
        before = m.current.space.handlers.get(number)
        m.current.space.handlers[number] = what
    return _told(number, before)


def getsignal(number):
    if not 0 < number < real.NSIG:
        raise ValueError("signal number out of range")
    number = real.Signals(number)
    return _told(number, machine().current.space.handlers.get(number))


def _as_told(number, handler):
    if handler == real.SIG_IGN:
        return "ignore"
    if handler == real.SIG_DFL:
        return "ignore" if number in IGNORED else "die"
    return (lambda n: handler(n, None)) if handler is not default_int_handler else _interrupt


def _told(number, what):
    if what is None:
        return default_int_handler if number == real.SIGINT else real.SIG_DFL
    if what == "ignore":
        return real.SIG_IGN
    if what == "die":
        return real.SIG_DFL
    return default_int_handler if what is _interrupt else what.__closure__[0].cell_contents


def default_int_handler(number, frame):
    raise KeyboardInterrupt


def _interrupt(number):
    raise KeyboardInterrupt


def send(space, number):
    """Send signal ``number`` to a process."""
    m = machine()
    m.needs_probing()
    number = real.Signals(number)
    default = "ignore" if number in IGNORED else _interrupt if number == real.SIGINT else "die"
    kill = Kill(space, number, number.name, default)
    m.perform(kill)
    if m.current.space.ended:
        m.vanish()
    if space.main is m.current and callable(kill.action):
        kill.action(number)


def kill(pid, number):
    """Stands in for ``os.kill``."""
    m = machine()
    for space in m.spaces:
        if space.pid == pid:
            break
    else:
        raise ProcessLookupError(3, "No such process")
    if number:
        send(space, number)


def raise_signal(number):
    send(machine().current.space, number)


def members():
    """The names of the stand-in for the module ``signal``."""
    names = {n: getattr(real, n) for n in dir(real) if n.startswith("SIG") and n.isupper()}
    return {**names, "Signals": real.Signals, "Handlers": real.Handlers, "strsignal": real.strsignal,
            "valid_signals": real.valid_signals, "signal": signal, "getsignal": getsignal, "raise_signal": raise_signal,
            "default_int_handler": default_int_handler}
