"""What threads do to each other: start, join, look whether another lives, rename."""

from __future__ import annotations

from ..machine import EXCLUSIVE, READ, Operation
from .waiting import Timed

BEGINNING = "beginning"     # what the starts of threads touch


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
        machine.join(self.task.end)

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
        machine.join(self.task.end)

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
        return [t for t in self.tasks if not t.done]

    def describe(self):
        return "looks whether " + ", ".join(t.name for t in self.tasks) + " is alive"


class Enumerate(Operation):
    """``enumerate()``: which threads of this process live?  Those count too that are started while it waits for its turn."""

    __slots__ = ("machine", "space", "more")
    kind = "is_alive"

    def __init__(self, machine):
        self.machine = machine
        self.space = machine.current.space
        super().__init__(((BEGINNING, READ),))

    @property
    def touches(self):
        return self.more + tuple((("end", t.id), READ) for t in self.machine.tasks if t.space is self.space)

    @touches.setter
    def touches(self, more):
        self.more = more

    def apply(self, machine):
        return [t for t in machine.tasks if t.space is self.space and not t.done]

    def describe(self):
        return "looks which threads are alive"


class Begin(Operation):
    """A thread is started: a step of its own only where another thread may look whether it has been."""

    __slots__ = ("thread",)
    kind = "begin"

    def __init__(self, thread):
        self.thread = thread
        super().__init__(((thread.key_, EXCLUSIVE), (BEGINNING, "begin")))

    def describe(self):
        return f"is about to start {self.thread._name}"


class LookAtThread(Operation):
    """Is it started?  What is its name?"""

    __slots__ = ("thread",)
    kind = "look"

    def __init__(self, thread):
        self.thread = thread
        super().__init__(((thread.key_, READ),))

    def describe(self):
        return f"looks at {self.thread._name}"


class Rename(Operation):
    """A thread that runs gets another name."""

    __slots__ = ("thread", "name")
    kind = "rename"

    def __init__(self, thread, name):
        self.thread = thread
        self.name = name
        super().__init__(((thread.key_, EXCLUSIVE),))

    def apply(self, machine):
        self.thread._name = self.name

    def describe(self):
        return f"renames a thread to {self.name}"
