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

from ..machine import Settle, machine
from ..standins.clock import monotonic, sleep
from ..standins.threads import Join

__all__ = ["Check", "Exercise", "Failure", "attempt", "check", "expect", "expect_raises", "monotonic", "settle", "sleep", "spawn",
           "still_waits"]


class Failure(Exception):
    """The contract is broken.  message: what happened.  kind: as in a Report.  look: what to look at next."""

    def __init__(self, message, kind="wrong_result", look=""):
        super().__init__(message)
        self.kind = kind
        self.look = look


@dataclass
class Check:
    """One check.  label: its docstring, for the learner.  after: names of checks that must have passed.

    promise: the sentence of the contract that it tests.  look: where to look when it fails.  real: runs on real threads.
    judge: for a real check, turns the data that it returned into a Failure or nothing.
    """

    name: str
    label: str
    points: float
    function: object
    after: tuple = ()
    promise: str = ""
    look: str = ""
    real: bool = False
    judge: object = None


@dataclass
class Exercise:
    """One exercise.  title: for people.  provides: calls that the module must allow, as text ("Class.method(a, b=1)").

    forbids: dotted names that may not be used.  hints: three, from where to look to a sketch.  The registry fills in id,
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
    """Mark a function of a spec as a check.  A real check is followed by ``@that.judge def _(data)``."""
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


def expect(condition, message, kind="wrong_result", look=""):
    """Failure with ``message`` unless ``condition`` holds."""
    if not condition:
        raise Failure(message, kind, look)


def expect_raises(error, function, *args, what):
    """Failure unless ``function(*args)`` raises ``error``; ``what`` says the call in words."""
    try:
        function(*args)
    except error:
        return
    except NotImplementedError as raised:
        raise unexpected(raised, what) from None
    except Exception as raised:
        raise Failure(f"{what} raises {type(raised).__name__}, not {error.__name__}", "exception") from raised
    raise Failure(f"{what} raises nothing; it must raise {error.__name__}")


def attempt(what, function, *args, **kwargs):
    """Call the learner's function in the main task; an exception that it raises is a Failure that says so."""
    try:
        return function(*args, **kwargs)
    except Exception as raised:
        raise unexpected(raised, what) from raised


def unexpected(error, who):
    """The Failure for an exception that no contract allows."""
    if isinstance(error, Failure):
        return error
    if isinstance(error, NotImplementedError):
        failure = Failure(f"{who} is not written yet: it raises NotImplementedError", "exception",
                          "Replace `raise NotImplementedError` by your own code, run the cell, and check again.")
    else:
        text = f": {error}" if str(error) else ""
        failure = Failure(f"{who} raises {type(error).__name__}{text}", "exception")
    failure.__cause__ = error
    return failure
