"""Runs a body under every schedule that its strategies ask for, until one fails or all are explored.

The budget is counted in schedules and steps, never in seconds, so that the verdict is the same on every machine.
"""

from __future__ import annotations

import gc
from dataclasses import dataclass

from ..machine import Deadlock, InternalError, Livelock, Machine, NeedsProbing, Restart, TooManyTasks
from .bounded import Bounded
from .dpor import DPOR, Nondeterminism
from .insist import Insist
from .lockstep import Lockstep
from .pct import PCT
from .record import ADDRESS, Recording
from .schedule import DIVERGED, Guide, Replay, Schedule, ScheduleError

MAX_SCHEDULES = 20_000      # that DPOR may take to exhaust a program
MAX_STEPS = 5_000           # of one schedule
MAX_TOTAL_STEPS = 1_000_000 # of all schedules of one search together
SAMPLES = 1_000             # random schedules where DPOR does not finish
PROBES = 30                 # tasks that are looked at because they may be spinning
BOUNDED = 4                 # times as many runs with few preemptions, before them; no more than DPOR may take


@dataclass
class Finding:
    """What exploring found.  verdict: proved, not_found, failed or error.  kind: of the failure.

    bound: where not everything was explored, the number of preemptions up to which everything was, or None.
    """

    verdict: str
    kind: str = ""
    message: str = ""
    schedules: int = 0
    steps: int = 0
    schedule: Schedule | None = None
    machine: object = None              # the recorded run of the failing schedule
    recording: object = None
    error: BaseException | None = None
    bound: int | None = None


@dataclass
class Outcome:
    """How one run ended.  kind "" when nothing is wrong.  minor: told only where no schedule ends in another way.  plain: it is
    enough to know that it can happen; nobody wants to see how.
    """

    kind: str
    message: str
    error: BaseException | None
    minor: bool = False
    plain: bool = False




class Explorer:
    """body: what the main task does in each run.  judge: turns a run that has ended into an Outcome.

    fair: see Machine.  max_schedules, bounded, samples: the budgets of DPOR, of the search with few preemptions and of random
    search, in schedules (``bounded`` counts those that are cut too); 0 leaves a search out.  max_steps, max_total_steps: of one
    schedule, and of each search, in steps.  on_progress: called with (schedules, steps) now and then.  name: what the main task
    is called.  waits: must every task that waits block?  Then one that goes round and round, if it is only let, is a livelock; else
    only what goes on for ever although everybody has their turn.  machine: the class of machine that each run is made on.
    unfinished: was a run that has ended cut off, so that its verdict counts for nothing?
    """

    def __init__(self, body, judge, *, program, fair=False, max_schedules=MAX_SCHEDULES, max_steps=MAX_STEPS,
                 max_total_steps=MAX_TOTAL_STEPS, bounded=None, samples=SAMPLES, files=(), on_progress=None, name="main",
                 waits=False, machine=Machine, unfinished=None):
        self.name = name
        self.machine = machine
        self.unfinished = unfinished or unfair
        self.waits = waits
        self.body = body
        self._judge = judge
        self.program = program
        self.fair = fair
        self.probing = False
        self.sites = set()
        self.max_schedules = max_schedules
        self.max_steps = max_steps
        self.max_total_steps = max_total_steps
        self.bounded = min(BOUNDED * samples, max_schedules or BOUNDED * samples) if bounded is None else bounded
        self.samples = samples
        self.files = files
        self.on_progress = on_progress
        self.schedules = 0
        self.steps = 0
        self.probes = 0
        self.minor = None           # (choices, kind) of the first run with a minor failure

    def explore(self):
        """Explore; returns a Finding."""
        collecting = gc.isenabled()
        gc.disable()
        try:
            return self._explore()
        except InternalError as error:
            return Finding("error", "internal", str(error.__cause__ or error), self.schedules, self.steps, error=error)
        finally:
            if collecting:
                gc.enable()

    def _explore(self):
        searches = ((DPOR, self.max_schedules), (lambda: Bounded(self.bounded), self.bounded),
                    (Lockstep, self.samples), (lambda: PCT(self.samples), self.samples))
        bound = knowing = None
        complete = False
        for make, budget in searches:
            if not budget:
                continue
            try:
                finding, complete, strategy = self._search(make, budget)
            except InternalError as error:
                if not isinstance(error.__cause__, Nondeterminism):
                    raise
                continue                        # random search needs no run to repeat another
            if finding is not None:
                return finding
            if complete:
                break
            if isinstance(strategy, Bounded):
                bound, knowing = strategy.bound, self._knows()
        if self.minor is not None:
            return self._failed(*self.minor)
        if complete:
            return Finding("proved", schedules=self.schedules, steps=self.steps)
        if knowing != self._knows():            # it did not know then what several tasks see
            bound = None
        return Finding("not_found", schedules=self.schedules, steps=self.steps, bound=bound)

    def _knows(self):
        return len(self.sites), self.probing

    def _search(self, make, budget):
        """(Finding or None, whether the strategy has explored all schedules, the strategy, which ``make()`` makes)."""
        strategy = make()
        count, steps = 0, self.steps
        while True:
            strategy.begin()
            try:
                machine = self._run(strategy, self.sites)
            except Restart as why:
                self.probing = self.probing or isinstance(why, NeedsProbing)
                self.minor = None
                return self._search(make, budget)
            if not strategy.redundant:
                count += 1
                self.schedules += 1
                self.steps += len(machine.events)
                spinning = self._spins(strategy) if self.waits else None
                if spinning is not None:
                    return self._failed(*spinning), False, strategy
                if self.unfinished(machine):
                    strategy.cut = True
                else:
                    outcome = self.judge(machine)
                    if outcome.minor:
                        self.minor = self.minor or (choices_of(machine), outcome.kind)
                    elif outcome.kind:
                        return self._failed(choices_of(machine), outcome.kind, outcome), False, strategy
            if self.on_progress and self.schedules % 200 == 0:
                self.on_progress(self.schedules, self.steps)
            if self.schedules % 100 == 99:  # the cycles of these runs; old objects are looked at now and then only
                gc.collect(0 if self.schedules % 1_000 != 999 else 1 if self.schedules % 20_000 != 19_999 else 2)
            if not strategy.end(machine):
                return None, not strategy.cut, strategy
            if count >= budget or self.steps - steps > self.max_total_steps:
                return None, False, strategy

    def _spins(self, strategy):
        """(choices, kind, Outcome) of a run that never ends, if the task that the strategy suspects of spinning does."""
        suspect, strategy.suspect = getattr(strategy, "suspect", None), None
        if suspect is None or self.probes == PROBES:
            return None
        self.probes += 1
        try:
            machine = self._run(Insist(*suspect), set(self.sites))
        except Restart:
            return None
        if machine.failure is None or not isinstance(machine.failure[1], Livelock):
            return None
        return choices_of(machine), "livelock", self.judge(machine)

    def _run(self, strategy, sites=None, recording=None):
        machine = self.machine(strategy, fair=self.fair, probing=self.probing, sites=sites, max_steps=self.max_steps,
                               recording=recording)
        machine.run(self.body, self.name)
        return machine

    def _failed(self, choices, kind, outcome=None):
        if outcome is not None and outcome.plain:
            return Finding("failed", kind, outcome.message, self.schedules, self.steps, error=outcome.error)
        from .minimise import minimise
        found = minimise(self, choices, kind)
        guide = Guide(found, self.sites)
        found = choices_of(self._run(guide))
        try:
            finding = self.replay(Schedule(found, self.fair, self.probing, self.program), self.schedules, self.steps)
        except ScheduleError:
            if outcome is None or not (_too_deep(outcome.error) or RecursionError.__name__ in outcome.message):
                raise
            return Finding("failed", kind, outcome.message, self.schedules, self.steps, error=outcome.error)
        if finding.verdict == "passed":
            raise InternalError(f"a schedule that fails ({kind}) passes when it is recorded")
        return finding

    def judge(self, machine):
        """How the run ended, without the addresses of objects: they differ from run to run."""
        outcome = self._judge(machine)
        outcome.message = ADDRESS.sub("", outcome.message)
        return outcome

    def attempt(self, strategy):
        """Run under ``strategy``: (choices made, Outcome)."""
        try:
            machine = self._run(strategy, set(self.sites))     # what it learns must not change what choices mean
        except Restart:                     # rare: it is explored with finer steps from now on
            return (), Outcome("", "", None)
        if self.unfinished(machine):
            return (), Outcome("", "", None)
        return choices_of(machine), self.judge(machine)

    def replay(self, schedule, schedules=1, steps=0):
        """Run one schedule with a recording, twice; the Finding has what a report needs.

        ScheduleError when the program cannot follow it.
        """
        self.probing = schedule.probing
        self.fair = schedule.fair
        endings = []
        for _ in range(2):
            strategy = Replay(schedule.choices)
            recording = Recording(self.files)
            try:
                machine = self._run(strategy, recording=recording)
            except NeedsProbing:
                raise ScheduleError(DIVERGED) from None
            strategy.check()
            outcome = self.judge(machine)
            endings.append((outcome.kind, outcome.message, choices_of(machine)))
        if endings[0] != endings[1]:
            return Finding("error", "nondeterministic", "the same schedule ended in two ways: the program depends on "
                           "something other than its schedule (the clock, a random number, an address)",
                           schedules, steps, schedule)
        kind, message, choices = endings[0]
        schedule = Schedule(tuple(choices), self.fair, self.probing, self.program)
        return Finding("failed" if kind else "passed", kind, message, schedules, steps or len(machine.events), schedule,
                       machine, recording, outcome.error)


def _too_deep(error):
    """Is there a RecursionError behind it?  How deep a program can recurse depends on who watches it."""
    while error is not None and not isinstance(error, RecursionError):
        error = error.__cause__
    return error is not None


def unfair(machine):
    """Was the run cut off while one task spun although another, which could have gone on, was never chosen?"""
    if machine.failure is None or not isinstance(machine.failure[1], Livelock) or machine.depth <= machine.max_steps:
        return False                    # a loop that touches nothing shared never ends, whoever else runs
    ran = {e.task.id for e in machine.events[-1_000:]}
    return any(t.id not in ran and (t.pending.ready is None or t.pending.ready())
               for t in machine.alive if t.pending is not None and t.pending.kind != "settle"
               and t is not machine.failure[0])


def choices_of(machine):
    """The choice made at each scheduling point of a run, the last one perhaps not carried out."""
    return tuple(e.task.id for e in machine.events if e.depth is not None)


def judge_plain(machine):
    """The Outcome of a run that promises nothing special: no exception, no deadlock, no livelock, nothing refused."""
    if machine.refused:
        error = machine.refused[0]
        where = f" (line {error.line})" if error.line else ""
        return Outcome("forbidden", f"{error}{where}", error)
    if machine.failure is None:
        return Outcome("", "", None)
    task, error = machine.failure
    if isinstance(error, Deadlock):
        return Outcome(deadlock_kind(machine), deadlock_message(machine), error)
    if isinstance(error, Livelock):
        return Outcome("livelock", f"{error}: the program goes round in a circle instead of waiting", error)
    if isinstance(error, TooManyTasks):
        return Outcome("leak", str(error), error)
    who = task.name if task is not None else "the machine"
    if isinstance(error, AssertionError):
        return Outcome("wrong_result", f"{who}: {error}" if str(error) else f"{who}: an assertion does not hold", error)
    if isinstance(error, SystemExit):
        return Outcome("exception", f"{who} ends the interpreter with SystemExit({error.code!r})", error)
    return Outcome("exception", f"{who} raises {type(error).__name__}" + (f": {error}" if str(error) else ""), error)


def deadlock_kind(machine):
    """lost_wakeup when a stuck task waits on a condition that was notified while nobody waited; else deadlock."""
    for task in machine.alive:
        waiter = getattr(task.pending, "waiter", None)
        if task.pending is not None and task.pending.kind == "wake" and waiter is not None and not waiter.notified:
            for event in machine.events:
                operation = event.operation
                if operation.kind == "notify" and operation.condition is waiter.of and operation.woken == 0:
                    return "lost_wakeup"
    return "deadlock"


def deadlock_message(machine):
    """Who waits for what, in one sentence."""
    parts = [f"{t.name} waits {t.pending.waits_for()}" for t in machine.alive
             if t.pending is not None and not t.daemon]
    if len(parts) == 1:
        return f"{parts[0]}, for ever"
    return "; ".join(parts[:4]) + ("; …" if len(parts) > 4 else "") + ": none of them can ever go on"
