"""Can two calls ever be inside together?  A question about all schedules, answered by a proof or by a schedule.

Each of the two functions is wrapped: to enter it and to leave it are operations.  Entering one and leaving the other depend on
each other, so DPOR explores both orders; two entries commute, and so do two leavings: whether both are ever inside does not
depend on which came first.  The run ends when both are inside.
"""

from __future__ import annotations

import copy
import functools
import types

from ..machine import Deadlock, Machine, Operation, machine
from .explorer import Explorer, Outcome, judge_plain
from .program import Here, Program


class ExploreError(ValueError):
    """What was to be explored cannot be: no such file or function, or it does not parse."""


class Together(Explorer):
    """Explores whether two functions of ``module``, a Program, named by ``inside``, are ever inside together.

    body(module): what the main task does in each run.  options: as for Explorer.
    never_called: those of the two that no run has called; nothing is known about them.
    """

    def __init__(self, module, body, inside, **options):
        names = tuple(inside)
        if len(names) != 2 or not all(isinstance(name, str) for name in names):
            raise ExploreError('inside= takes the names of two functions, such as ("Account.deposit", "Account.withdraw")')
        self.called = set()
        self.names = names
        watched = Watched.of(module, names)

        def main():
            machine().keep[_Inside] = _Inside(names, self.called)
            body(watched.load())

        super().__init__(main, _judge, machine=_Patient, unfinished=_cut_off, **options)

    @property
    def never_called(self):
        return [name for name in self.names if name not in self.called]

    @property
    def question(self):
        first, second = self.names
        who = f"two calls of {first}()" if first == second else f"{first}() and {second}()"
        return f"are {who} inside together"


class Watched(Program):
    """A program two of whose functions tell when they are entered and left."""

    @classmethod
    def of(cls, program, names):
        """A copy of ``program`` with modules of its own."""
        self = copy.copy(program)
        self.__class__ = cls
        self.names = names
        self.kept = {}
        self.here = Here(self)
        return self

    def load(self):
        module = super().load()
        for name in self.names:
            watch(module, name)
        return module


def watch(module, name):
    """Let the function or method ``name`` of the module tell when it is entered and left.  ExploreError when there is none."""
    *path, last = name.split(".")
    holder = module
    for part in path:
        holder = getattr(holder, part, None)
    found = vars(holder).get(last) if holder is not None else None
    kind = type(found) if isinstance(found, (staticmethod, classmethod)) else None
    function = found.__func__ if kind else found
    if not isinstance(function, types.FunctionType):
        raise ExploreError(f"the program has no function {name}() of its own")
    if hasattr(function, "watched"):
        return

    @functools.wraps(function)
    def call(*args, **kwargs):
        inside = machine().keep[_Inside]
        inside.step(Enter, name)
        try:
            return function(*args, **kwargs)
        finally:
            inside.step(Leave, name)

    call.watched = True
    setattr(holder, last, kind(call) if kind else call)


class _Inside:
    """Who is inside which of the two calls.

    Invariant: ``depth[task, name]`` counts the calls of that name that the task is in, one inside the other.
    """

    def __init__(self, names, called):
        self.names = names
        self.called = called
        self.depth = {}

    def step(self, operation, name):
        """The running task enters or leaves a call; only the outermost one of a name is an operation."""
        m = machine()
        place = m.current, name
        depth = self.depth.get(place, 0) + operation.change
        if min(depth, depth - operation.change) == 0:
            m.perform(operation(self, name))
        self.depth[place] = depth

    def other(self, name):
        return self.names[1] if name == self.names[0] else self.names[0]

    def meets(self, name, task):
        """A task other than ``task`` that is inside the call that ``name`` must not meet, or None."""
        other = self.other(name)
        return next((t for (t, n), depth in self.depth.items() if n == other and depth and t is not task and not t.done),
                    None)


class Overlap(Exception):
    """Both calls are inside."""


class Enter(Operation):
    __slots__ = ("inside", "name")
    kind = "enter"
    change = 1

    def __init__(self, inside, name):
        self.inside = inside
        self.name = name
        super().__init__(((("meet", name), "enter"),))

    def apply(self, machine):
        self.inside.called.add(self.name)
        task, name = machine.current, self.name
        met = self.inside.meets(name, task)
        if met is not None:
            machine.give_up(Overlap(f"{met.name} is inside {self.inside.other(name)}() while {task.name} is inside {name}()"))

    def describe(self):
        return f"enters {self.name}()"


class Leave(Operation):
    __slots__ = ("inside", "name")
    kind = "leave"
    change = -1

    def __init__(self, inside, name):
        self.inside = inside
        self.name = name
        super().__init__(((("meet", inside.other(name)), "leave"),))

    def describe(self):
        return f"leaves {self.name}()"


class _Patient(Machine):
    """An exception ends its task and not the run: what comes after it in other tasks is part of the question."""

    def spawn(self, function, name, **options):
        return super().spawn(function, name, **{**options, "guarded": True})


def _judge(machine):
    error = machine.tasks[0].error
    if isinstance(error, ExploreError):
        raise error
    if machine.refused:
        return judge_plain(machine)
    if machine.failure is not None and isinstance(machine.failure[1], Overlap):
        return Outcome("overlap", str(machine.failure[1]), machine.failure[1])
    return Outcome("", "", None)


def _cut_off(machine):
    """Has the run ended before its tasks had, or were blocked for ever?"""
    return machine.failure is not None and not isinstance(machine.failure[1], (Deadlock, Overlap))
