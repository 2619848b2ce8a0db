"""What an exercise's spec is made of, and what its scenarios may do on the simulated machine.

A spec is a module ``checks/chNN_topic/EXERCISE.py`` with ``EXERCISE = Exercise(…)`` and functions marked ``@check``.  A check
gets ``explore`` and calls it with scenarios: functions of the learner's module that act as the main task.  The
spec is rewritten like the learner's module, so plain Python in a scenario is explored soundly.

    @check(points=2, promise="First in, first out.")
    def order(explore):
        \"\"\"Items come out in the order in which they went in.\"\"\"
        def scenario(m):
            buffer = m.BoundedBuffer(1)
            producer = spawn(put_all, buffer, [1, 2], name="producer")
            expect([buffer.get(), buffer.get()] == [1, 2], "the items came out in another order")
            producer.join()
        explore(scenario)
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..explore.leaks import note_return as returned
from ..machine import Settle, machine
from ..standins.clock import monotonic, sleep
from ..standins.threads import Join
from .failure import Failure, Reached, attempt, expect, expect_raises, fail, unexpected
from .meeting import gate, meet, notes

__all__ = ["Check", "Exercise", "Failure", "attempt", "check", "expect", "expect_raises", "fail", "gate", "imported", "meet", "monotonic", "notes",
           "reached", "returned", "settle", "sleep", "spawn", "still_waits"]


@dataclass
class Check:
    """One check.  label: its docstring, for the learner.  after: names of checks that must have passed.

    promise: the sentence of the contract that it tests.  look: where to look when it fails.  real: runs on real threads or
    processes; with "processes", once under each start method that the system has.
    judge: for a real check, turns the data that it returned into a Failure or nothing.
    """

    name: str
    label: str
    points: float
    function: object
    after: tuple = ()
    promise: str = ""
    look: str = ""
    real: bool | str = False
    judge: object = None


@dataclass
class Exercise:
    """One exercise.  title: for people.

    provides: what the module must offer, as text.  "Class(1)" or "function(2)" is called so; ".method(a, b=1)", ".attribute" are
    then asked of what it gave.  "function(a, b=1)", with names for its arguments, must be callable so, and is not called.
    "Error: Exception" is a class of exceptions.  forbids: dotted names that may not be used.  hints: three, from where to look to a sketch.  The registry fills in id,
    chapter, name and checks.
    """

    title: str
    provides: tuple
    hints: tuple
    forbids: tuple = ()
    id: str = ""
    chapter: str = ""
    name: str = ""
    checks: list = field(default_factory=list)

    @property
    def max_score(self):
        return float(sum(c.points for c in self.checks))


def check(*, points, after=(), promise="", look="", real=False):
    """Mark a function of a spec as a check.  A real check is followed by ``@that.judge def _(data)``.

    real: False; True for one real run; "processes" for one under each start method.
    """
    def mark(function):
        label = (function.__doc__ or function.__name__).strip().split("\n")[0]
        found = Check(function.__name__, label, float(points), function, (after,) if isinstance(after, str) else tuple(after),
                      promise, look, real)
        function.check = found

        def judge(judging):
            found.judge = judging
            return judging
        function.judge = judge
        return function
    return mark


# -- inside a scenario -----------------------------------------------------------------------------------------------

class Worker:
    """A task that a scenario has started.  ``done``; ``value`` and ``error`` once it is done."""

    def __init__(self, task):
        self._task = task

    @property
    def name(self):
        return self._task.name

    @property
    def done(self):
        return self._task.done

    @property
    def error(self):
        return self._task.error

    def join(self):
        """Wait for its end; returns what its function returned.  Failure when it raised."""
        m = machine()
        if self._task.done:
            m.quietly(Join(self._task))
        else:
            m.perform(Join(self._task))
        if self._task.error is not None:
            raise unexpected(self._task.error, self._task.name)
        return self._task.value


def still_waits(worker, message):
    """Failure with ``message`` if ``worker`` has ended; an exception of its own is told as such."""
    if worker.error is not None:
        raise unexpected(worker.error, worker.name)
    expect(not worker.done, message)


def spawn(function, *args, name=None, stays=False):
    """Start ``function(*args)`` as a task; returns its Worker.  stays: it may still be blocked when the scenario ends."""
    m = machine()
    task = m.spawn(lambda: function(*args), name or f"worker {m.number('worker')}", daemon=stays, guarded=True)
    return Worker(task)


def settle():
    """Wait until every other task is blocked or has ended.  A task that polls never lets this return."""
    machine().perform(Settle())


def imported(name):
    """The stand-in that the learner's module gets when it imports ``name``: for what a scenario makes for it."""
    return machine().world.run_module(name)


def reached():
    """What ``explore.possible`` looks for has happened: this run is over."""
    machine().give_up(Reached("it has come to this"))
