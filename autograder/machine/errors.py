"""How a run can end before its program does."""

from __future__ import annotations

from greenlet import GreenletExit


class Stopped(GreenletExit):
    """Thrown into the tasks that are left when a run has ended.  Not an Exception: no program should catch it."""


class Restart(BaseException):
    """The run showed that something is seen by several tasks which was taken for private: explore again, knowing it."""


class NeedsProbing(Restart):
    """The program looks at a lock or thread without waiting for it, so releases and ends must become operations."""


class Deadlock(Exception):
    """No task is enabled and no timer can fire, while a task still waits."""


class TooManyTasks(Exception):
    """The program starts threads without end."""


class Livelock(Exception):
    """The run took more steps than its limit, or one task looped for ever between two operations."""


class InternalError(Exception):
    """A fault of the machine or of a strategy; never the program's."""
