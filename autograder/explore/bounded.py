"""Every schedule with few preemptions: first those with none, then with one, then with two.

Iterative context bounding (Musuvathi and Qadeer, PLDI 2007).  A *preemption* is a switch away from a task that could go on;
the switch is free when the task blocks, sleeps, or waits with a timeout for what is not there.  Most bugs need few.

The work is a line of items: a state, and the task that goes on there.  An item that needs one preemption more is put off to
the next bound.  A state is known by a hash of the happens-before trace that leads to it, which is the same for all schedules
that differ only in the order of independent events; an item that was begun before is cut.  As items are begun in the order of
their preemptions, it had at least as much of the bound left then.  (That two of a million states share a 64-bit hash has a
chance below one in 10 million.)
"""

from __future__ import annotations

from .dpor import SPIN, planned
from .schedule import stay

MOST = 2            # preemptions of the last bound


class Bounded:
    """The strategy.  runs: how many may be made, those that are cut included.  most: the last bound.

    ``bound``: the highest number of preemptions up to which every schedule has been explored, or None.
    ``cut``: a schedule that belongs to the present bound was left out, or those beyond the last one.
    """

    def __init__(self, runs, most=MOST):
        self.left = runs
        self.most = most
        self.bound = None
        self.level = 0              # preemptions of the items in ``stack``
        self.stack = []             # items: (key, choices of a run, how many of them lead to the state, the task that goes on)
        self.later = []             # items that need one preemption more
        self.begun = set()          # keys of items
        self.waiting = set()        # keys of the items in ``later``
        self.cut = False
        self.plan = ()

    def begin(self):
        self.redundant = False
        self.choices = list(self.plan)      # of this run, up to now
        self.masks = {}                     # task number -> mask of its events
        self.hash = self.hashed = 0         # of the events up to now, and how many they are
        self.spins = 0

    def choose(self, machine, enabled):
        depth = machine.depth
        if depth < len(self.plan):          # a timer that is due, which the machine leaves to the strategy
            return planned(enabled, self.plan[depth])
        state = self._state(machine)
        current = machine.current
        free, costly = enabled, ()
        if current in enabled and not gives_way(current.pending):
            free, costly = [current], [t for t in enabled if t is not current]
            self.spins += 1
            if self.spins > SPIN and costly:        # fairness: it has to let the others go on
                free, costly = costly, ()
                self.cut = True
        chosen, begun = None, self.begun
        first = stay(machine, free)
        for task in (first, *(t for t in free if t is not first)):
            key = hash((state, task.id))
            if key in begun:
                continue
            if chosen is None:
                chosen = task
                begun.add(key)
            else:
                self.stack.append((key, self.choices, depth, task.id))
        for task in costly:
            key = hash((state, task.id))
            if key not in begun and key not in self.waiting:
                self.waiting.add(key)
                self.later.append((key, self.choices, depth, task.id))
        if chosen is None:
            self.redundant = True
            return None
        if chosen is not current:
            self.spins = 0
        self.choices.append(chosen.id)
        return chosen

    def _state(self, machine):
        """The hash of the happens-before trace so far: the sum of the hashes of its events.

        An event's is that of its task and of how many events of each task come before it or are it: that says which they are, for
        the events of one task follow each other.
        """
        events, masks = machine.events, self.masks
        total = self.hash
        for index in range(self.hashed, len(events)):
            event = events[index]
            number, past = event.task.id, event.past
            masks[number] = masks.get(number, 0) | 1 << index
            clock = [(other, (past & mask).bit_count()) for other, mask in masks.items() if past & mask]
            clock.sort()
            total += hash((number, *clock))
        self.hashed = len(events)
        self.hash = total & (1 << 64) - 1
        return self.hash

    def end(self, machine):
        """Move to the next item.  False when all bounds are done, or the runs are used up."""
        self.left -= 1
        while True:
            while self.stack:
                key, choices, length, task = self.stack.pop()
                if key not in self.begun:
                    if self.left <= 0:
                        self.cut = True
                        return False
                    self.begun.add(key)
                    self.plan = (*choices[:length], task)
                    return True
            if not self.cut:
                self.bound = self.level
            if self.level == self.most or not self.later:
                self.cut = self.cut or bool(self.later)
                return False
            self.level += 1
            self.stack, self.later = self.later[::-1], []
            self.waiting.clear()


def gives_way(operation):
    """If its task went on, would this operation just let its time pass?"""
    if operation.deadline is None:
        return False
    there = getattr(operation, "there", None)
    return there is None or not there()
