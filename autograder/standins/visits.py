"""A task's stay in another process: how a client's call is carried out by its manager's server.

The task itself goes over ("migrating threads": Bershad, Anderson, Lazowska and Levy, Lightweight Remote Procedure Call, 1990).
While its code runs, ``task.space`` is the server's process; while it waits at an operation, it is at home, so that whoever kills,
joins or counts the tasks of its own process finds it there.

Invariant: a task is among ``server.guests`` exactly while it waits, inside a call, for an operation to be carried out.
"""

from __future__ import annotations

from contextlib import contextmanager

from greenlet import GreenletExit

from ..machine import Operation, machine


class Gone(GreenletExit):
    """The process that a task visits has ended: what the task did there is left without another step."""

    def __init__(self, server):
        self.server = server


class Visit:
    """One call.  ``home`` is the process that the task belongs to; ``servers``: those on the way home, this call's first."""

    __slots__ = ("home", "servers")

    def __init__(self, home, servers):
        self.home = home
        self.servers = servers

    def perform(self, m, operation, visits):
        task = m.current
        self.check()
        for server in self.servers:
            server.guests[task] = None
            if m.probing:
                operation.touches += server.space.life
        here, task.space = task.space, self.home
        del visits[task]
        try:
            value = type(m).perform(m, operation)
        finally:
            task.space = here
            visits[task] = self
            for server in self.servers:
                server.guests.pop(task, None)
        self.check()
        return value

    def check(self):
        """Raises Gone when a server on the way home has ended, for the outermost."""
        for server in reversed(self.servers):
            if server.space.ended:
                raise Gone(server)


class Hangup(Operation):
    """Takes the place of the operation that a task waits at when the process that it visits ends."""

    __slots__ = ("server",)
    kind = "hangup"
    signal = None

    def __init__(self, server):
        self.server = server
        super().__init__(server.space.life)

    @property
    def kills(self):
        """What ``Machine.perform`` runs when the task goes on: see ``Interruption``."""
        return (self,)

    def action(self, signal):
        raise Gone(self.server)

    def describe(self):
        return f"finds {self.server.space.name} gone"


class Door:
    """Stands before ``Machine.perform`` in runs that have a manager.

    visits: task -> its innermost Visit.  owed: task -> an operation that it carries out before its next one.
    """

    def __init__(self, m):
        self.machine = m
        self.visits = {}
        self.owed = {}

    def perform(self, operation):
        task = self.machine.current
        if task in self.owed:
            self.pass_(task, self.owed.pop(task))
        return self.pass_(task, operation)

    def pass_(self, task, operation):
        m = self.machine
        found = self.visits.get(task)
        return type(m).perform(m, operation) if found is None else found.perform(m, operation, self.visits)


def door(m):
    """The run's Door, which is put up when it is first needed."""
    found = m.keep.get(Door)
    if found is None:
        found = m.keep[Door] = Door(m)
        m.perform = found.perform
    return found


@contextmanager
def visit(server):
    """The running task is in the server's process inside the block."""
    m = machine()
    visits = door(m).visits
    task = m.current
    before, outer = task.space, visits.get(task)
    visits[task] = Visit(before, (server,)) if outer is None else Visit(outer.home, (server, *outer.servers))
    task.space = server.space
    try:
        yield
    finally:
        task.space = before
        del visits[task]
        if outer is not None:
            visits[task] = outer
