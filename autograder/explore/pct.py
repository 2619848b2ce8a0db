"""Random schedules with few preemptions, for programs too large to exhaust.

Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi and Nagarakatte, ASPLOS 2010): each task has a random
priority, the highest enabled one runs, and at ``depth - 1`` random points the running one falls behind all others.
The random numbers are seeded, so every run of the explorer is the same.
"""

from __future__ import annotations

import random

from .dpor import SPIN


class PCT:
    """schedules: how many to try.  depth: priority changes per schedule plus one.  seed: of the random numbers."""


    def __init__(self, schedules, depth=4, seed=1, length=60):
        self.left = schedules
        self.depth = depth
        self.random = random.Random(seed)
        self.length = length            # scheduling points of a run; learnt as runs end
        self.redundant = False
        self.cut = True

    def begin(self):
        self.priorities = {}
        self.changes = {self.random.randrange(self.length) for _ in range(self.depth - 1)}
        self.lowest = 0.0
        self.row = (None, 0)

    def choose(self, machine, enabled):
        for task in enabled:
            if task.id not in self.priorities:
                self.priorities[task.id] = 1 + self.random.random()
        task = max(enabled, key=lambda t: self.priorities[t.id])
        count = self.row[1] + 1 if task is self.row[0] else 0
        self.row = (task, count)
        if machine.depth in self.changes or count > SPIN:
            self.lowest -= 1
            self.priorities[task.id] = self.lowest
            task = max(enabled, key=lambda t: self.priorities[t.id])
        return task

    def end(self, machine):
        self.length = max(self.length, machine.depth)
        self.left -= 1
        return self.left > 0
