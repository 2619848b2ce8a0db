"""How a process of a scenario dies as a real one does: not all at once, and not the moment it is told to."""

from __future__ import annotations

import signal

from ..machine import Exit, machine
from ..standins import signals
from ..standins.channels import Close, End

__all__ = ["children", "die_in_steps", "die_slowly_when_killed", "exit_now", "kill_latest", "send_to_myself"]


def exit_now(code):
    """``os._exit(code)`` in the running process."""
    m = machine()
    m.needs_probing()
    m.perform(Exit(m.current.space, code))
    m.vanish()


def die_in_steps(code):
    """The same as the kernel does it: it closes the pipes first, and only a moment later can the parent learn of the end."""
    m = machine()
    m.needs_probing()
    for end in [handle for handle in m.current.space.handles.values() if isinstance(handle, End)]:
        m.perform(Close(end))
    exit_now(code)


def die_slowly_when_killed():
    """From now on SIGKILL needs a moment to end the running process."""
    machine().current.space.handlers[signal.SIGKILL] = lambda number: die_in_steps(-number)


def send_to_myself(number):
    """The running process sends itself a signal."""
    signals.send(machine().current.space, number)


def children():
    """The child processes that there are or have been, without the servers of managers."""
    return [space for space in machine().spaces[1:] if "server" not in space.keep]


def kill_latest():
    """SIGKILL to the child process that was started last, if there is one."""
    for space in children()[-1:]:
        signals.send(space, signal.SIGKILL)
