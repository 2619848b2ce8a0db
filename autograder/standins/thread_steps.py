"""What threads do to each other: start, join, look whether another lives, rename.

What hardly any program looks at (whether a thread has been started yet, the list of threads, a name that changes) is an operation
only once one has been seen to look: then the run is made again, as for data that several tasks touch (``Machine.is_private``).
"""

from __future__ import annotations

from ..machine import EXCLUSIVE, READ, Operation, Restart, Shifting, machine
from .waiting import Timed

STARTS, NAMES, LIST = "starts of threads", "names of threads", "the list of threads"        # as in Machine.sites


def are_seen(what):
    """Does the program look at these (one of the three above)?"""
    sites = machine().sites
    return sites is None or what in sites


def needs(what):
    """Called before the program looks at them."""
    m = machine()
    if not are_seen(what) and not m.closing:
        m.sites.add(what)
        m.give_up(Restart())


def seen(task, machine):
    """The running task has waited for the end of ``task``."""
    machine.join(task.end)
    task.joined.append(machine.current.past)


class Join(Operation):
    """Wait until a thread has ended."""

    __slots__ = ("task",)
    kind = "join"

    def __init__(self, task):
        self.task = task
        super().__init__()

    def ready(self):
        return self.task.done

    def apply(self, machine):
        seen(self.task, machine)

    def describe(self):
        return f"joins {self.task.name}"

    def waits_for(self):
        return f"for {self.task.name} to end"


class TimedJoin(Timed):
    """Wait until a thread has ended, or ``timeout`` (seconds) has passed."""

    __slots__ = ("task",)
    kind = "join"

    def __init__(self, task, timeout, machine):
        super().__init__(max(timeout, 0), machine, ((("end", task.id), EXCLUSIVE),))
        self.task = task

    def there(self):
        return self.task.done

    def take(self, machine):
        seen(self.task, machine)

    def apply(self, machine):
        super().apply(machine)          # join returns nothing

    def describe(self):
        return f"joins {self.task.name}" if self.task.done else \
            f"gives up join({self.timeout:g}) of {self.task.name}: the time is over"

    def waits_for(self):
        return f"for {self.task.name} to end, {self.patience()}"


class LookAt(Operation):
    """``is_alive()``: look which threads live."""

    __slots__ = ("tasks",)
    kind = "is_alive"

    def __init__(self, tasks):
        self.tasks = tasks
        super().__init__(tuple((("end", t.id), READ) for t in tasks))

    def apply(self, machine):
        alive = [t for t in self.tasks if not t.done]
        for task in self.tasks:
            if task.done:
                task.joined.append(machine.current.past)
        return alive

    def describe(self):
        return "looks whether " + ", ".join(t.name for t in self.tasks) + " is alive"


class Enumerate(Shifting):
    """``enumerate()``: which threads of this process live?"""

    __slots__ = ("machine", "space")
    kind = "is_alive"

    def __init__(self, machine):
        self.machine = machine
        self.space = machine.current.space
        super().__init__(((STARTS, READ),))

    def _tasks(self):
        return [t for t in self.machine.tasks if t.space is self.space]

    def more(self):
        return tuple((key, READ) for t in self._tasks() for key in (("end", t.id), ("listed", t.id)))

    def apply(self, machine):
        return [t for t in self._tasks() if t is self.space.main or not t.done and not (t.thread and t.thread.unlisted_)]

    def describe(self):
        return "looks which threads are alive"


class Begin(Operation):
    """A thread is about to be started."""

    __slots__ = ("thread",)
    kind = "begin"
    site = STARTS
    silent = True

    def __init__(self, thread):
        self.thread = thread
        super().__init__((((*thread.key_, STARTS), EXCLUSIVE), (STARTS, "begin")))


class Unlist(Operation):
    """A thread that is about to end is no longer in the list, though it is still alive."""

    __slots__ = ("thread",)
    kind = "unlist"
    site = LIST
    silent = True

    def __init__(self, thread):
        self.thread = thread
        super().__init__(((("listed", thread.task_.id), EXCLUSIVE),))

    def apply(self, machine):
        self.thread.unlisted_ = True


class LookAtThread(Operation):
    """Is it started?  What is its name?"""

    __slots__ = ("thread", "site")
    kind = "look"
    silent = True

    def __init__(self, thread, site):
        self.thread = thread
        self.site = site
        super().__init__((((*thread.key_, site), READ),))

    def describe(self):
        return f"looks at {self.thread._name}"


class Rename(Operation):
    """A thread that runs gets another name."""

    __slots__ = ("thread", "name")
    kind = "rename"

    def __init__(self, thread, name):
        self.thread = thread
        self.name = name
        super().__init__((((*thread.key_, NAMES), EXCLUSIVE),))

    def apply(self, machine):
        self.thread._name = self.name

    def describe(self):
        return f"renames a thread to {self.name}"
