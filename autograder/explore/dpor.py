"""Dynamic partial-order reduction with sleep sets: every happens-before trace of a program, each about once.

Source sets (Abdulla, Aronis, Jonsson and Sagonas, POPL 2014) over stateless runs (Flanagan and Godefroid, POPL 2005): after
each run, for every pair of racing events the second is moved before the first, unless a schedule explored already, or one
set aside for later, does so.  Sleep sets (Godefroid 1996) end runs that would only repeat a trace.

A blocked operation of a task that has not ended counts as the last event of that task, so that what a deadlock depends
on is reversed too.
"""

from __future__ import annotations

from .schedule import stay

SPIN = 200      # choices in a row after which a task must let the others go on (fairness)


class _Node:
    """A scheduling point.  ``done``: choices explored; ``sleep``: choices that would only repeat; ``todo``: to explore.

    ``spinning``: (task, how many times in a row it was chosen before this point).
    """

    __slots__ = ("enabled", "chosen", "done", "sleep", "todo", "spinning")

    def __init__(self, enabled, sleep, spinning):
        self.enabled = enabled
        self.spinning = spinning
        self.sleep = sleep
        self.chosen = None
        self.done = set()
        self.todo = set()


class DPOR:
    """The strategy.  ``begin()`` before each run, ``end(machine)`` after it; ``end`` says whether another run is due.

    ``cut``: a schedule was left out because it lets one task spin while others could go on; nothing is proved then.
    """

    races = True
    name = "every interleaving"

    def __init__(self):
        self.stack = []
        self.prefix = 0
        self.redundant = False
        self.cut = False

    def begin(self):
        self.redundant = False

    def choose(self, machine, enabled):
        depth = machine.depth
        if depth < self.prefix:
            node = self.stack[depth]
            for task in enabled:
                if task.id == node.chosen:
                    return task
            raise RuntimeError("the program did not behave the same way twice: it depends on something other than "
                               "the schedule")
        sleep = self._sleep(machine)
        spinning = self._spinning()
        node = _Node(frozenset(t.id for t in enabled), sleep, spinning)
        if sleep:
            enabled = [t for t in enabled if t.id not in sleep]
            if not enabled:
                self.redundant = True
                return None
        task = stay(machine, enabled)
        if task.id == spinning[0] and spinning[1] >= SPIN and len(enabled) > 1:
            task = min((t for t in enabled if t is not task), key=lambda t: (t.id <= task.id, t.id))
        node.chosen = task.id
        if machine.tied:
            node.todo.update(node.enabled)
        self.stack.append(node)
        return task

    def _spinning(self):
        if not self.stack:
            return None, 0
        last = self.stack[-1]
        return last.chosen, last.spinning[1] + 1 if last.spinning[0] == last.chosen else 1

    def _sleep(self, machine):
        """Who sleeps here: who slept at the last point and does not depend on what has happened since."""
        if not self.stack:
            return frozenset()
        last = self.stack[-1]
        sleep = last.sleep | last.done if last.done else last.sleep
        if not sleep:
            return sleep
        tasks = machine.tasks
        awake = set()
        for event in machine.events[self._since(machine):]:
            for number in sleep:
                if number not in awake and (event.task.id == number or _dependent(tasks[number].pending, event)):
                    awake.add(number)
        return frozenset(sleep - awake)

    def _since(self, machine):
        depth = len(self.stack) - 1
        events = machine.events
        for index in range(len(events) - 1, -1, -1):
            if events[index].depth == depth:
                return index
        return len(events)

    def end(self, machine):
        """Find what this run leaves to be explored; move to the next run.  False when all is explored."""
        self._reverse_races(machine)
        stack = self.stack
        while stack:
            node = stack[-1]
            node.done.add(node.chosen)
            left = node.todo - node.done - node.sleep
            if left:
                node.chosen = min(left)
                self.prefix = len(stack)
                return True
            stack.pop()
        return False

    def _reverse_races(self, machine):
        events = machine.events
        first = self.prefix - 1
        for event in events:
            if event.races and (event.depth is None or event.depth >= first):
                for earlier in event.races:
                    self._reverse(events, earlier, event.index, event.task.id, event.full)
        for task in machine.alive:
            if task.pending is not None and not task.done:
                full, races = machine.look_back(task, task.pending)
                for earlier in races:
                    self._reverse(events, earlier, len(events), task.id, full)

    def _reverse(self, events, earlier, stop, number, full):
        """Let task ``number``'s event (number ``stop``, with past ``full``) come before ``earlier`` in some later run."""
        depth = earlier.depth
        if depth is None or depth >= len(self.stack):
            return
        node = self.stack[depth]
        first = earlier.index
        initials = []
        between = 0                     # events after ``earlier`` that do not come after it, as a mask
        seen = set()
        for event in events[first + 1:stop]:
            if event.past >> first & 1:
                continue
            if event.task.id not in seen:
                seen.add(event.task.id)
                if not event.past & between:
                    initials.append(event.task.id)
            between |= 1 << event.index
        if number not in seen and not full & between:
            initials.append(number)
        explored = {*node.todo, *node.done, *node.sleep}
        explored.add(node.chosen)
        if any(i in explored for i in initials):
            return
        possible = [i for i in initials if i in node.enabled]
        if possible:
            choice = possible[-1] if possible[-1] == number else possible[0]
            if node.spinning[0] == choice and node.spinning[1] >= SPIN and len(node.enabled) > 1:
                self.cut = True
            else:
                node.todo.add(choice)


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
