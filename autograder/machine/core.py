"""The simulated machine: tasks, one scheduler, virtual time, a trace.

Every thread of the program is a *task*, a greenlet.  A task runs alone until it comes to an operation; there the
strategy chooses which enabled task goes on.  ``Machine.perform`` is the one door through which tasks yield.

The machine knows nothing of search: a strategy is anything with ``choose(machine, enabled) -> Task | None`` (None ends
the run), and perhaps ``plan``, the task numbers that it chooses first, and ``known``, the pasts of the first events, which an
earlier run had in common with this one.
"""

from __future__ import annotations

import sys

from greenlet import GreenletExit, getcurrent

from .carrier import carry
from .errors import Deadlock, InternalError, Livelock, NeedsProbing, Restart, Stopped, TooManyTasks
from .operation import EXCLUSIVE, Settle
from .past import look_back
from .space import Exit, Space
from .task import End, Start, Task
from .trace import Event


class Machine:
    """One run of a program under one strategy.

    strategy: chooses the next task at each scheduling point.
    fair: how timed waits behave.  True: a timer fires only when nothing else can run, in the order of deadlines.
        False (adversarial): a timed wait may give up at any moment at which it has not ended.
    probing: releases and ends are operations of their own (see NeedsProbing).
    sites: places of the program (code object, instruction) whose accesses to data are seen by several tasks; the others are
        carried out without a scheduling point.  None: every access is an operation.
    max_steps: scheduling points after which the run is a livelock.  max_ticks: loop rounds of one task between two operations.
    recording: keeps frames and values for a report.
    """

    def __init__(self, strategy, *, fair=False, probing=False, sites=None, max_steps=5_000, max_ticks=200_000, recording=None):
        self.strategy = strategy
        self.fair = fair
        self.probing = probing
        self.sites = sites
        self.private = {}           # key of data -> [the only task that has touched it, the sites it did so from]
        self.max_steps = self.last_step = max_steps
        self.max_ticks = max_ticks
        self.recording = recording
        self.plan = getattr(strategy, "plan", ())
        self.planned = len(self.plan)
        self.known = getattr(strategy, "known", ())
        self.knows = len(self.known)
        self.tasks = []
        self.alive = []
        self.killed = []            # (task, past, races, events so far) of those that waited at an operation when their process ended
        self.spaces = [Space(0, "MainProcess")]
        self.events = []
        self.races = []             # (event, the events it races with, its past without the edges that ``join`` adds)
        self.logs = {}
        self.keep = {}
        self.nesting = 0            # threads that have started one another without doing anything else
        self.now = 0.0
        self.depth = 0
        self.current = None
        self.hub = None
        self.closing = False
        self.stale = False          # it has shown something that it should have known from the start (see learn)
        self.tied = False           # several timers are due at once: their order is free
        self.over = False           # the strategy has ended the run, or nothing can go on
        self.failure = None         # (task, exception): what ended the run early
        self.refused = []           # forbidden things that the program asked for
        self.output = []
        self.output_size = 0
        self.kernel = {}            # number -> what several processes hold; and back, by address
        self.kernel_numbers = {}
        self.world = None           # the closed world of the program that runs
        self.counters = {}
        self.hashes = {}
        self.showing = False        # is a value being shown to the reader of a report?
        self.atomic = False         # is code of the program's running as part of an operation?
        self.changed = False        # has the program changed a class, a function or a module?
        self.classes = {}           # class -> is it the program's?  and, below,
        self.containers = {}        # class -> its mutating methods: both are kept by the instrumentation

    # -- running -------------------------------------------------------------------------------------------------

    def run(self, function, name="main"):
        """Run ``function()`` as the main task, called ``name``, until every non-daemon task has ended.

        Returns nothing; look at ``failure``, ``tasks`` and ``events``.  Raises NeedsProbing.
        """
        global _active
        if _active is not None:
            raise RuntimeError("a simulated machine is running already; explore() cannot be called from inside one")
        self.hub = getcurrent()
        _active = self
        try:
            self.spawn(function, name)
            self._loop()
        finally:
            self._close()
            _active = None
        if self.failure and isinstance(self.failure[1], (NeedsProbing, InternalError)):
            raise self.failure[1]
        if self.stale or self.failure and isinstance(self.failure[1], Restart):
            raise Restart

    def _loop(self):
        while self.failure is None and not self.over:
            if not any(not t.daemon for t in self.alive) and self.last_step == self.max_steps:
                self.last_step = self.depth + GRACE     # the end might have come later: daemons go on, until they block
            task = self._choose()
            if task is None:
                return
            self.current = task
            task.greenlet.switch()

    def new_space(self, name, daemon=False):
        """A new process, a child of the running task's; it lives once its main task has been spawned."""
        space = Space(len(self.spaces), name, self.current.space, daemon)
        self.spaces.append(space)
        return space

    def spawn(self, function, name, *, daemon=False, guarded=False, thread=None, space=None):
        """Make a task and run it up to its first operation.  Returns the task.

        space: the new process whose main task it is; None: it belongs to the running task's process.
        """
        if self.closing:
            raise Stopped
        if len(self.tasks) >= MAX_TASKS:
            self.give_up(TooManyTasks(f"more than {MAX_TASKS} threads were started"))
        starter = self.current
        if starter is not None and starter.starter is not None:     # it has not come to an operation itself
            self.nesting += 1
            if self.nesting > MAX_NESTING:
                self.give_up(TooManyTasks("threads start threads without end"))
        else:
            self.nesting = 0
        if space is None:
            space = starter.space if starter is not None else self.spaces[0]
        task = Task(len(self.tasks), name, function, daemon or space.daemon, guarded)
        task.thread = thread
        task.space = space
        if space.main is None:
            space.main = task
        self.tasks.append(task)
        self.alive.append(task)
        if starter is not None:
            if self.recording is not None:
                self._record(starter, Start(task), None)
            task.past = starter.past
        task.starter = starter
        task.back = getcurrent()
        self.current = task
        carry(self._body, task)
        self.current = starter
        return task

    def _body(self, task):
        space = task.space
        try:
            task.value = task.function()
            if space.leave is not None and space.main is task:
                space.leave()
        except GreenletExit:
            if self.closing:
                return
            task.error = None
        except BaseException as error:
            task.error = error
            if not task.guarded and not (isinstance(error, SystemExit) and task.id) and self.failure is None:
                self.failure = (task, error)
        task.pending = None
        if self.closing:
            return
        try:
            if space.number and space.main is task:
                self.perform(Exit(space, task.value or 0))
            elif self.probing and task.id and self.failure is None:
                self.perform(End(task, True))
            else:
                end = End(task, self.probing)
                if self.recording is not None or self.probing:
                    self._record(task, end, None)
                end.apply(self)
        except GreenletExit:
            pass
        # what goes on now is ``task.back``: the task that started this one, or the hub

    def perform(self, operation):
        """Yield to the scheduler, then carry out ``operation`` when this task is chosen.  Returns its value.

        Raises what the operation raises; Stopped when the run has ended.
        """
        task = self.current
        if self.closing:
            raise Stopped
        if self.showing:
            return operation.apply(self)
        if self.probing and task.space.number:
            operation.touches += task.space.life        # a signal may end its process before it or after it
        task.pending = operation
        task.ticks = 0
        if self.recording is not None:
            task.blocked_at = self.recording.frame()
        if task.starter is not None:                    # first operation: go back to the task that started this one
            starter, task.starter = task.starter, None
            back, task.back = task.back, self.hub
            self.current = starter
            back.switch()
            if self.closing:
                raise Stopped
        else:
            chosen = self._choose()
            if chosen is not task:
                if chosen is None:
                    self.hub.switch()
                else:
                    self.current = chosen
                    chosen.greenlet.switch()
                if self.closing:
                    raise Stopped
        if task.pending is not operation:
            return self._interrupted(task, operation)
        task.pending = None
        event = self._record(task, operation, self.depth - 1)
        value = operation.apply(self) if self.recording is None else self.recording.apply(self)
        event.past = task.past
        return value

    def _interrupted(self, task, operation):
        """Signals have come to a task that waits at ``operation``: run their handlers, then wait again."""
        interruption, task.pending = task.pending, None
        self._record(task, interruption, self.depth - 1)
        for kill in interruption.kills:
            kill.action(kill.signal)
        return self.perform(operation)

    def vanish(self):
        """The running task's process has ended in its last operation: never come back to it."""
        chosen = self._choose()
        if chosen is None:
            self.hub.switch()
        else:
            self.current = chosen
            chosen.greenlet.switch()
        raise Stopped

    def quietly(self, operation):
        """Carry out an operation whose place among the others' cannot matter, without a scheduling point.

        Only a recording keeps it as an event; else it is part of the step before.
        """
        if self.closing:
            raise Stopped
        if self.recording is None:
            return operation.apply(self)
        event = self._record(self.current, operation, None)
        value = self.recording.apply(self)
        event.past = event.task.past
        return value

    def join(self, past):
        """The operation that is being carried out comes after all events in the mask ``past``.  (perform tells its event.)"""
        self.current.past |= past

    def atomically(self, function, *args):
        """``function(*args)``, code of the program's that runs as part of an operation: its accesses to data are no operations."""
        before, self.atomic = self.atomic, True
        try:
            return function(*args)
        finally:
            self.atomic = before

    def give_up(self, error):
        """End the run with ``error``, from inside a task; nothing the program catches can stop that."""
        if self.failure is None:
            self.failure = (self.current, error)
        self.hub.switch()
        raise Stopped()

    def needs_probing(self):
        """Called before an operation that looks without waiting."""
        if not self.probing and not self.closing and not self.showing:
            self.give_up(NeedsProbing())

    def tick(self):
        """A loop of the program goes round once more."""
        task = self.current
        if task is None:
            return
        if self.closing:
            raise Stopped
        task.ticks += 1
        if task.ticks > self.max_ticks:
            self.give_up(Livelock(f"{task.name} has gone round a loop {self.max_ticks:,} times without doing anything "
                                  "that another thread could see"))

    def is_private(self, key, site, owner=None):
        """Is this access seen by its own task only, as far as is known?  When that changes, the run is stale.

        Invariant: while an entry of ``private`` names a task, no other task has touched that piece of data.
        """
        record = self.private.get(key)
        task = self.current
        if record is None:
            self.private[key] = [task, {site}, owner]       # the owner is kept, so that its address stays its own
        elif record[0] is task:
            record[1].add(site)
            if task.ticks > MAX_PRIVATE:                        # perhaps it waits for another task to change this
                self.learn(site)
        elif record[0] is not None:
            self.learn(site, *record[1])
            record[0] = None
            return False
        elif site not in self.sites:
            self.learn(site)
        return site not in self.sites

    def learn(self, *what):
        """Keep in ``sites`` what the runs of this program have to know.  If any of it is new, this run was made without: it goes on,
        perhaps to learn more, and counts for nothing."""
        known = len(self.sites)
        self.sites.update(what)
        if len(self.sites) > known and not self.closing:
            self.stale = True

    # -- scheduling ----------------------------------------------------------------------------------------------

    def _choose(self):
        """The task that goes on now, or None when the run is over."""
        if self.failure is None:
            depth = self.depth
            try:
                if depth < self.planned:                # the way to the point where this run branches off
                    task = self.tasks[self.plan[depth]]
                    ready = task.pending.ready
                    if ready is None or ready():
                        self.depth = depth + 1
                        return task
                enabled = []
                for task in self.alive:
                    operation = task.pending
                    if operation is not None and (operation.ready is None or operation.ready()):
                        enabled.append(task)
                if enabled:
                    self.tied = False
                else:
                    enabled = self._quiescent()
                if depth > self.last_step:
                    if self.last_step != self.max_steps:
                        self.over = True
                        return None
                    self.failure = (self.current or enabled[0], Livelock(f"still running after {self.max_steps:,} steps"))
                elif enabled:
                    task = self.strategy.choose(self, enabled)
                    if task is not None:
                        self.depth = depth + 1
                        return task
            except MemoryError as error:        # most likely the program's doing
                self.failure = (self.current, error)
            except Exception as error:          # ours, not the program's
                self.failure = (None, InternalError(error))
                self.failure[1].__cause__ = error
        self.over = True
        return None

    def _quiescent(self):
        """Nothing is enabled: let a waiting Settle go on, else fire the earliest timers, else it is a deadlock."""
        everything = (1 << len(self.events)) - 1
        self.tied = False
        settled = [t for t in self.alive if type(t.pending) is Settle]
        if settled:
            for task in settled:
                task.pending.after = everything
            return settled[:1]
        timed = [t for t in self.alive if t.pending is not None and t.pending.deadline is not None]
        if timed:
            self.now = max(self.now, min(t.pending.deadline for t in timed))
            due = [t for t in timed if t.pending.deadline <= self.now]
            for task in due:
                task.expired = everything
            self.tied = len(due) > 1
            if self.tied:                       # their order is free, and matters
                for task in due:
                    if TIMERS not in task.pending.touches:
                        task.pending.touches += (TIMERS,)
            return due
        stuck = [t for t in self.alive if t.pending is not None and not t.daemon]
        if stuck and self.failure is None:
            self.failure = (None, Deadlock([t.name for t in stuck]))
        return []

    # -- happens-before ------------------------------------------------------------------------------------------

    def _record(self, task, operation, depth):
        """Append the event; note its happens-before past and its races."""
        events = self.events
        index = len(events)
        touches = operation.touches
        if index < self.knows:
            event = Event(index, task, operation, self.known[index], depth)
        elif touches:
            past, races = look_back(self.logs, task, operation)
            event = Event(index, task, operation, past | task.expired | 1 << index, depth)    # before its time was up, it had a race
            if races:
                self.races.append((event, races, past))
        else:
            event = Event(index, task, operation, task.past | operation.after | task.expired | 1 << index, depth)
        if touches:
            logs = self.logs
            for key, mode in touches:
                log = logs.get(key)
                if log is None:
                    logs[key] = [(event, mode)]
                else:
                    log.append((event, mode))
        task.past = event.past
        task.expired = 0
        events.append(event)
        if self.recording is not None:
            self.recording.frames[index] = self.recording.frame()
        return event

    # -- ending --------------------------------------------------------------------------------------------------

    def _close(self):
        """End the tasks that are left by an exception; one that refuses is abandoned."""
        self.closing = True
        if self.recording is not None:
            self.recording.freeze(self)
        for task in self.tasks:
            if task.left:
                continue
            task.back = self.hub
            self.current = task
            for _ in range(20):
                task.greenlet.throw(Stopped)
                if task.left:
                    break
            else:
                _abandoned.append(task.greenlet)
        self.current = None

    # -- small services for the stand-ins ------------------------------------------------------------------------

    def number(self, what):
        """A fresh number for ``what`` ("lock", "thread"), counted from 1 in this run."""
        n = self.counters[what] = self.counters.get(what, 0) + 1
        return n

    def hash_of(self, what):
        """A hash that is the same in every run, unlike an address: in the order in which it is asked for."""
        found = self.hashes.get(id(what))
        if found is None:
            self.keep[id(what)] = what
            found = self.hashes[id(what)] = len(self.hashes) + 1
        return found

    def label_for(self, kind):
        """What the report calls a new lock, semaphore …: the name the program gave it, where it can be seen."""
        return kind if self.recording is None else self.recording.label(self, kind)

    def write(self, text):
        """Keep what the running task writes, up to 64 KiB in all."""
        if self.output_size < 65_536 and not self.closing:
            self.output.append((self.current.id, text))
            self.output_size += len(text)


MAX_TASKS = 300             # threads of one run
MAX_NESTING = 40
GRACE = 50                  # steps that daemons may take when all others have ended
MAX_PRIVATE = 20_000        # loop rounds without a scheduling point after which private accesses become operations
TIMERS = ("timers", EXCLUSIVE)
_active: Machine | None = None
_abandoned: list = []


def active() -> Machine | None:
    """The machine that is running now, or None."""
    return _active


def machine() -> Machine:
    """The machine that is running now.  RuntimeError when there is none: stand-ins work only on the machine."""
    if _active is None:
        raise RuntimeError("this object belongs to a simulated run that has ended")
    return _active


def frame_of(files):
    """The innermost frame whose code comes from one of ``files``: (filename, line, function name), or None."""
    frame = sys._getframe(1)
    while frame is not None:
        if frame.f_code.co_filename in files:
            return frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name
        frame = frame.f_back
    return None
