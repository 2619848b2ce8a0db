"""Random schedules with few preemptions, for programs too large to exhaust.

Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi and Nagarakatte, ASPLOS 2010): each task has a random
priority, the highest enabled one runs, and at ``depth - 1`` random steps the one that would run falls below all initial
priorities, to a place of its own among those that fell.  Each schedule finds a bug that needs ``depth`` ordered steps with a
chance of at least 1 / (tasks * steps ** (depth - 1)).  How many steps a schedule has is learnt from those before; depths 2 to 4
take turns.
The random numbers are seeded, so every run of the explorer is the same.
"""

from __future__ import annotations

import random

from ..machine import Livelock
from .dpor import SPIN


class PCT:
    """schedules: how many to try.  depths: they take turns.  seed: of the random numbers."""

    redundant = False
    cut = True

    def __init__(self, schedules, depths=(2, 3, 4), seed=1):
        self.left = schedules
        self.depths = depths
        self.tried = 0
        self.random = random.Random(seed)
        self.length = 1                 # scheduling points of the longest run that ended by itself

    def begin(self):
        depth = self.depths[self.tried % len(self.depths)]
        self.tried += 1
        self.priorities = {}
        points = self.random.sample(range(self.length), min(depth - 1, self.length))
        self.changes = {point: -order for order, point in enumerate(points, 1)}      # scheduling point -> the priority there
        self.lowest = -depth
        self.row = (None, 0)

    def choose(self, machine, enabled):
        for task in enabled:
            if task.id not in self.priorities:
                self.priorities[task.id] = 1 + self.random.random()
        task = self._highest(enabled)
        count = self.row[1] + 1 if task is self.row[0] else 0
        self.row = (task, count)
        change = self.changes.get(machine.depth)
        if change is None and count > SPIN:     # fairness: it has to let the others go on
            self.lowest -= 1
            change = self.lowest
        if change is not None:
            self.priorities[task.id] = change
            task = self._highest(enabled)
        return task

    def _highest(self, enabled):
        return max(enabled, key=lambda task: self.priorities[task.id])

    def end(self, machine):
        if not (machine.failure and isinstance(machine.failure[1], Livelock)):
            self.length = max(self.length, machine.depth)
        self.left -= 1
        return self.left > 0
