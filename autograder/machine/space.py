"""Address spaces: the processes of the simulated program.

The tasks of one process share memory with each other and with no other task.  A process begins with its main task and ends
with it, or when a signal kills it; then all its tasks are gone at once, wherever they were, and no ``finally`` of theirs runs.

Invariant: ``ended`` holds from the event on in which the last task of the space was taken off the machine; ``exitcode`` and
``past`` belong to that event.
"""

from __future__ import annotations

from .operation import EXCLUSIVE, READ, Operation, Shifting
from .past import look_back

FIRST_PID = 4_000           # process numbers of a run: the same in every run


class Space:
    """One process.  ``number`` counts processes in the order of their starts; 0 is the main process.

    modules: what it has imported, by name.  handles: what it holds open in the kernel (pipe ends): objects with
    ``vanish(machine)`` and ``touches``, in the order of opening.  handlers: its signal handlers, by signal number.
    leave: what its main task does when its function has ended (joins children, flushes queues), or None.
    suffix: what tells its variables' names from other processes'.
    ``life`` is what every operation of its tasks touches once the program kills processes (see ``Machine.probing``).
    """

    __slots__ = ("number", "pid", "name", "parent", "daemon", "main", "modules", "handles", "handlers", "leave", "hooks", "exitcode",
                 "ended", "past", "life", "suffix", "keep", "loading", "why")

    def __init__(self, number, name, parent=None, daemon=False):
        self.number = number
        self.pid = FIRST_PID + number
        self.name = name
        self.parent = parent
        self.daemon = daemon
        self.main = None
        self.modules = {}
        self.handles = {}
        self.handlers = {}
        self.leave = None
        self.hooks = []         # for ``leave``
        self.exitcode = None
        self.why = ""           # the exception that ended it, in words
        self.ended = False
        self.past = 0
        self.life = ((("life", number), READ),)
        self.suffix = f"#{number}"
        self.loading = 0        # modules of the program that are being executed in it
        self.keep = {}          # small things that stand-ins remember for this process

    def end(self, machine, exitcode):
        """The process is gone from now on; part of the operation that is being carried out."""
        self.ended = True
        self.exitcode = exitcode
        self.past = machine.current.past
        for task in [t for t in machine.alive if t.space is self]:
            machine.alive.remove(task)
            task.done = True
            task.end = self.past
            if task.pending is not None:
                past, races = look_back(machine.logs, task, task.pending)
                machine.killed.append((task, past, races, len(machine.events)))
                task.pending.killed()
        for handle in list(self.handles.values()):
            handle.vanish(machine)
        self.handles.clear()

    def __repr__(self):
        return f"<process {self.number} {self.name}>"


class Exit(Shifting):
    """A process ends: because its main task has ended, or because it asks for it (``os._exit``)."""

    __slots__ = ("space", "exitcode", "held")
    kind = "exit"

    def __init__(self, space, exitcode):
        self.space = space
        self.exitcode = exitcode
        self.held = frozenset(space.handles)
        super().__init__(ending_touches(space) + handle_touches(space))

    def more(self):
        """What the process has opened since this was made."""
        return handle_touches(self.space, self.held)

    def apply(self, machine):
        self.space.end(machine, self.exitcode)

    def describe(self):
        return f"ends with exit code {self.exitcode}" + (f", after {self.space.why}" if self.space.why else "")


class Kill(Shifting):
    """A signal comes to a process: it dies, or its main task runs a handler next, or nothing happens.

    default: what the signal does where the process has set nothing: "die", "ignore" or a handler, which is called with the
    signal's number.  action: what it does; known once it has been carried out.
    """

    __slots__ = ("space", "signal", "default", "action", "name", "held")
    kind = "kill"

    def __init__(self, space, signal, name, default):
        self.space = space
        self.signal = signal
        self.name = name
        self.default = default
        self.action = None
        self.held = frozenset(space.handles)
        super().__init__(ending_touches(space) + handle_touches(space))

    def more(self):
        """What the process has opened since this was made."""
        return handle_touches(self.space, self.held)

    def apply(self, machine):
        space = self.space
        if space.ended:
            return
        self.action = space.handlers.get(self.signal, self.default)
        if self.action == "ignore":
            return
        if self.action == "die":
            space.end(machine, -self.signal)
            return
        task = space.main
        if task is machine.current or task.done or type(task.pending) is Exit:
            return                          # who sends a signal to itself calls the handler at once; who is leaving, no more
        if type(task.pending) is not Interruption:
            task.pending = Interruption(space)
        task.pending.kills.append(self)
        task.pending.after |= machine.current.past

    def describe(self):
        fate = {"die": ", which ends it", "ignore": ", which it ignores"}.get(self.action, "") if isinstance(self.action, str) else ""
        return f"sends {self.name} to {self.space.name}{fate}"


class Interruption(Operation):
    """A task's wait is interrupted by signals: their handlers run, then the wait goes on."""

    __slots__ = ("kills",)
    kind = "signal"

    def __init__(self, space):
        self.kills = []
        super().__init__(space.life)

    def describe(self):
        return "gets " + ", ".join(kill.name for kill in self.kills)


def ending_touches(space):
    """What the end of a process depends on, whatever it holds open: everything its tasks do, and who waits for it."""
    return (("life", space.number), EXCLUSIVE), (("end", space.main.id), EXCLUSIVE)


def handle_touches(space, but=()):
    """What the end of a process closes, as things stand.  but: numbers of handles that do not count."""
    return tuple(touch for number, handle in space.handles.items() if number not in but for touch in handle.touches)
