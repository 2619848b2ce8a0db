"""Schedules in which all tasks go forward together: each in its turn carries out a few operations.

They are fair, so a run that never ends is a livelock: everybody keeps making way for everybody else.
"""

from __future__ import annotations

from .schedule import Follow


class Lockstep:
    """turn: how many operations a task carries out before the next one's turn; from 1 up to ``most``, a run each."""

    redundant = False
    cut = True

    def __init__(self, most=4):
        self.turn = 1
        self.most = most

    def begin(self):
        self.row = (None, 0)

    def choose(self, machine, enabled):
        task, count = self.row
        if task not in enabled or count >= self.turn:
            after = -1 if task is None else task.id
            task, count = min(enabled, key=lambda t: (t.id <= after, t.id)), 0
        self.row = (task, count + 1)
        return task

    def end(self, machine):
        self.turn += 1
        return self.turn <= self.most


class Turns(Lockstep):
    """Follows the choices of a beginning; then the tasks take turns."""

    def __init__(self, choices, turn):
        super().__init__()
        self.turn = turn
        self.beginning = Follow(choices)
        self.begin()

    def choose(self, machine, enabled):
        if self.beginning.position < len(self.beginning.choices):
            return self.beginning.choose(machine, enabled)
        return super().choose(machine, enabled)
