"""Keeps what a report needs while one schedule is run again: source lines, values, who waits for what."""

from __future__ import annotations

import linecache
import re

from ..machine import active, frame_of

ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")         # differs from run to run
ASSIGNED = re.compile(r"([A-Za-z_][\w.]*(?:\[[^\]]*\])?)\s*(?::[^=]+)?=[^=]")


class Recording:
    """files: names of the source files whose lines are shown.  sources: filename -> text, for files not on disk."""

    def __init__(self, files, sources=None):
        self.files = frozenset(files)
        self.sources = {name: text.splitlines() for name, text in (sources or {}).items()}
        self.blocked = {}       # task number -> (what it waits for, where, its operation)
        self.frames = {}        # event number -> where
        self.values = {}        # event number -> (what it did, what it got), as text

    def frame(self):
        return frame_of(self.files)

    def line(self, filename, number):
        """The text of a source line, stripped."""
        if filename in self.sources:
            lines = self.sources[filename]
            return lines[number - 1].strip() if 0 < number <= len(lines) else ""
        return linecache.getline(filename, number).strip()

    def label(self, machine, kind):
        """A name for a new lock, semaphore …: what it is assigned to, else its kind and number."""
        number = machine.number(kind)
        where = self.frame()
        if where:
            found = ASSIGNED.match(self.line(where[0], where[1]))
            if found:
                name = found.group(1).removeprefix("self.")
                number = machine.number(("name", name))
                return name if number == 1 else f"{name} #{number}"     # two accounts' locks are two locks
        return kind if number == 1 else f"{kind} {number}"

    def apply(self, machine):
        """Carry out the last event's operation; keep its value, or the exception that it raised, as text."""
        event = machine.events[-1]
        operation = event.operation
        try:
            value = operation.apply(machine)
        except Exception as error:
            self.values[event.index] = (operation.describe(), f"raises {type(error).__name__}" + (f": {error}" if str(error) else ""))
            raise
        text = operation.describe()
        shown = ""
        if operation.plain or operation.kind in ("try_acquire", "locked", "read", "clock") or value is False and operation.kind != "feed":
            shown = "" if value is None else _short(value)
        self.values[event.index] = (text, shown)
        return value

    def freeze(self, machine):
        """The run has ended: note what each task that is left waits for."""
        for task in machine.alive:
            if task.pending is not None:
                self.blocked[task.id] = (task.pending.waits_for(), task.blocked_at, task.pending)


def exception_place(error, files):
    """Where in ``files`` an exception, or the one that caused it, was raised: (file, line); None if in none of them."""
    found, traceback = None, error.__traceback__
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename in files:
            found = traceback.tb_frame.f_code.co_filename, traceback.tb_lineno
        traceback = traceback.tb_next
    return found if found or error.__cause__ is None else exception_place(error.__cause__, files)


def exception_line(error, files):
    """The line of ``exception_place``; 0 if there is none."""
    place = exception_place(error, files)
    return place[1] if place else 0


def _short(value):
    if type(value) not in (int, float, str, bool, bytes, list, tuple, dict, set, type(None)):
        return f"<{type(value).__name__}>"
    m = active()
    try:
        if m is not None:
            m.showing = True            # looks that a repr takes are no steps of the program
        text = ADDRESS.sub("", repr(value))
    except Exception:
        return "…"
    finally:
        if m is not None:
            m.showing = False
    return text if len(text) <= 40 else text[:39] + "…"
