"""One task goes on whenever it can, from some point of a run on: does it ever wait?

Unfair on purpose.  Whoever blocks when it has to wait lets the others go on even so; a task that never ends such a run waits by
asking again and again: busy waiting.
"""

from __future__ import annotations

from .schedule import Follow, stay


class Insist:
    """choices: how the run begins.  number: of the task that then goes on whenever it can."""

    redundant = False
    cut = True

    def __init__(self, choices, number):
        self.beginning = Follow(choices)
        self.number = number

    def begin(self):
        pass

    def choose(self, machine, enabled):
        if self.beginning.position < len(self.beginning.choices):
            return self.beginning.choose(machine, enabled)
        for task in enabled:
            if task.id == self.number:
                return task
        return stay(machine, enabled)
