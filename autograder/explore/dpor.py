"""Dynamic partial-order reduction with sleep sets: every happens-before trace of a program, each about once.

Source sets (Abdulla, Aronis, Jonsson and Sagonas, POPL 2014) over stateless runs (Flanagan and Godefroid, POPL 2005): after
each run, for every pair of racing events the second is moved before the first, unless a schedule explored already, or one
set aside for later, does so.  Sleep sets (Godefroid 1996) end runs that would only repeat a trace.

A blocked operation of a task that has not ended counts as the last event of that task, so that what a deadlock depends
on is reversed too.  tests/explore/test_dpor_sound.py holds the set of traces equal to that of plain search.
"""

from __future__ import annotations

from ..machine import look_back
from .schedule import stay

SUSPICIOUS = 20 # choices in a row after which a task may be spinning
SPIN = 200      # choices in a row after which a task must let the others go on (fairness)
HOPELESS = 100  # runs after which the search ends where nothing can be proved any more: other strategies are better at finding


class Nondeterminism(Exception):
    """The program did not behave the same way twice under the same schedule."""


def planned(enabled, number):
    """The enabled task with this number.  Raises Nondeterminism when there is none, though there was one in an earlier run."""
    for task in enabled:
        if task.id == number:
            return task
    raise Nondeterminism("the program did not behave the same way twice: it depends on something other than the schedule")


class _Node:
    """A scheduling point.  Sets of tasks are bit masks over task numbers.

    ``done``: choices explored; ``sleep``: choices that would only repeat; ``todo``: choices to explore.
    ``spinner`` was chosen ``spins`` times in a row before this point.
    """

    __slots__ = ("enabled", "chosen", "done", "sleep", "todo", "spinner", "spins")

    def __init__(self, enabled, sleep, spinner, spins):
        self.enabled = enabled
        self.spinner = spinner
        self.spins = spins
        self.sleep = sleep
        self.chosen = 0
        self.done = 0
        self.todo = 0


class DPOR:
    """The strategy.  ``begin()`` before each run, ``end(machine)`` after it; ``end`` says whether another run is due.

    ``cut``: a schedule was left out because it lets one task spin while others could go on; nothing is proved then.
    """


    def __init__(self):
        self.stack = []
        self.prefix = 0
        self.redundant = False
        self.cut = False
        self.suspect = None         # (choices, task): who may be spinning from there on
        self.hopeless = 0           # runs since something was left out
        self.plan = []
        self.known = []

    def begin(self):
        self.redundant = False
        self.plan = [node.chosen for node in self.stack]

    def choose(self, machine, enabled):
        depth = machine.depth
        stack = self.stack
        if depth < self.prefix:
            return planned(enabled, stack[depth].chosen)
        mask = 0
        for task in enabled:
            mask |= 1 << task.id
        sleep, spinner, spins = 0, -1, 0
        if stack:
            last = stack[-1]
            spinner = last.chosen
            spins = last.spins + 1 if last.spinner == spinner else 1
            sleep = last.sleep | last.done
            if sleep:
                sleep = self._still_asleep(machine, sleep)
        node = _Node(mask, sleep, spinner, spins)
        current = machine.current
        if sleep:
            enabled = [t for t in enabled if not sleep >> t.id & 1]
            if not enabled:
                self.redundant = True
                return None
        task = current if current in enabled else stay(machine, enabled)
        if spins >= SPIN and task.id == spinner and len(enabled) > 1:
            task = min((t for t in enabled if t is not task), key=lambda t: (t.id <= task.id, t.id))
        if spins == SUSPICIOUS and task.id == spinner and len(enabled) > 1:
            self.suspect = [node.chosen for node in stack], spinner
        node.chosen = task.id
        if machine.tied:
            node.todo = mask
        stack.append(node)
        return task

    def _still_asleep(self, machine, sleep):
        """Who slept at the last point and does not depend on what has happened since."""
        depth = len(self.stack) - 1
        events = machine.events
        tasks = machine.tasks
        index = len(events) - 1
        while index >= 0 and sleep:
            event = events[index]
            rest, number = sleep, 0
            while rest:
                if rest & 1 and (event.task.id == number or _dependent(tasks[number].pending, event)):
                    sleep &= ~(1 << number)
                rest >>= 1
                number += 1
            if event.depth == depth:
                break
            index -= 1
        return sleep

    def end(self, machine):
        """Find what this run leaves to be explored; move to the next run.  False when all is explored, or it is hopeless."""
        self.hopeless += self.cut
        if self.hopeless > HOPELESS:
            return False
        self._reverse_races(machine)
        stack = self.stack
        while stack:
            node = stack[-1]
            node.done |= 1 << node.chosen
            left = node.todo & ~node.done & ~node.sleep
            if left:
                node.chosen = (left & -left).bit_length() - 1
                self.prefix = len(stack)
                self.known = [e.past for e in self._before(machine.events)]
                return True
            stack.pop()
        return False

    def _before(self, events):
        """The events before the one that was chosen where the next run branches off."""
        depth = self.prefix - 1
        for index in range(depth, len(events)):
            if events[index].depth == depth:
                return events[:index]
        return events

    def _reverse_races(self, machine):
        events = machine.events
        first = self.prefix - 1
        for event, races, full in machine.races:
            if event.depth is None or event.depth >= first:
                for earlier in races:
                    self._reverse(events, earlier, event.index, event.task.id, full)
        blocked = [(t, *look_back(machine.logs, t, t.pending), len(events)) for t in machine.alive if t.pending is not None]
        for task, full, races, stop in blocked + machine.killed:    # what was killed might have gone on before the signal
            for earlier in races:
                self._reverse(events, earlier, stop, task.id, full)

    def _reverse(self, events, earlier, stop, number, full):
        """Let task ``number``'s event (number ``stop``, with past ``full``) come before ``earlier`` in some later run."""
        depth = earlier.depth
        if depth is None or depth >= len(self.stack):
            return
        node = self.stack[depth]
        first = earlier.index
        initials = []
        between = seen = 0              # events after ``earlier`` that do not come after it, and their tasks, as masks
        for index in range(first + 1, stop):
            event = events[index]
            if event.past >> first & 1:
                continue
            bit = 1 << event.task.id
            if not seen & bit:
                seen |= bit
                if not event.past & between:
                    initials.append(event.task.id)
            between |= 1 << index
        if not seen >> number & 1 and not full & between:
            initials.append(number)
        explored = node.todo | node.done | node.sleep | 1 << node.chosen
        choice = None
        for task in initials:
            if explored >> task & 1:
                return
            if node.enabled >> task & 1 and (choice is None or task == number):
                choice = task
        if choice is None:
            return
        if node.spinner == choice and node.spins >= SPIN and node.enabled & node.enabled - 1:
            self.cut = True
        else:
            node.todo |= 1 << choice


def _dependent(operation, event):
    """Does the pending operation of a sleeping task depend on this event?"""
    if operation is None:
        return True
    touched = event.operation.touches
    for key, mode in operation.touches:
        for other_key, other in touched:
            if key == other_key and (mode == 0 or other == 0 or mode != other):
                return True
    return False
