"""Runs the checks of one exercise on one module, in the sandboxed child; judges real runs, in the parent."""

from __future__ import annotations

import ast
import multiprocessing
import sys
import types

from ..explore.explorer import Explorer, Finding
from ..explore.races import data_race
from ..explore.report import trace_of
from ..explore.schedule import Schedule, ScheduleError, digest
from ..instrument import HELPERS, instrument
from ..instrument.accesses import rewritten_modules
from ..machine import machine
from . import registry
from .loading import LOADS, load
from .failure import Failure, Reached
from .results import judge, judge_leftovers, result, sentence, skipped, with_line
from .spec import returned

MAX_SCHEDULES = 4_000       # of one scenario, before random search takes over
MAX_STEPS = 3_000           # of one schedule
STEPS = {False: 400_000, True: 150_000}     # of all scenarios of an exercise together; with processes, whose steps take longer
SHARE, LEAST = 6, 3_000     # one search gets a sixth of what is left, and at least so many steps
SAMPLES = 500               # random schedules where not all could be explored
EXPLORED = "__explored"     # what the name of a rewritten spec ends with


def run(job, progress):
    """The job ``check``: {"exercise", "source", "filename", "source_error"?} -> {"checks": […], "real": [{"name", "methods"}]}.

    real: the checks that are left to run for real, under these start methods.

    progress is called with {"begin": name} and {"check": dict} for each check, and with {"schedules": n} now and then.
    """
    exercise = registry.find(job["exercise"])
    spec = load_spec(exercise.id)
    results = {}
    progress({"begin": LOADS})
    program, results[LOADS] = load(exercise, job)
    progress({"check": results[LOADS]})
    real, budget = [], Budget(spec.checks)
    for check in spec.checks:
        missing = [n for n in (LOADS, *check.after) if n in results and results[n]["outcome"] != "passed"]
        if missing:
            entry = skipped(check, missing[0])
        elif check.real:
            real.append({"name": check.name, "methods": multiprocessing.get_all_start_methods() if check.real == "processes" else [""]})
            continue
        else:
            progress({"begin": check.name})
            entry = explore_check(check, program, lambda n, steps: progress({"schedules": n}), budget)
        results[check.name] = entry
        progress({"check": entry})
    return {"checks": list(results.values()), "real": real}


def load_spec(exercise_id):
    """The Exercise of a spec whose functions are rewritten, so that its scenarios are explored too."""
    path = registry.spec_path(exercise_id)
    tree = instrument(ast.parse(path.read_text(encoding="utf-8"), str(path)), foreign=True)
    name = f"{__package__}.{exercise_id.replace('/', '.')}{EXPLORED}"
    module = types.ModuleType(name)
    module.__dict__.update(HELPERS)
    module.__package__ = f"{__package__}.{exercise_id.partition('/')[0]}"
    rewritten_modules.add(name)
    sys.modules[name] = module              # its functions and exceptions go from process to process by name
    exec(compile(tree, str(path), "exec"), module.__dict__)
    return registry.complete(module, exercise_id)


def replay(job, progress):
    """The job ``replay_check``: {"exercise", "source", "filename", "schedule"} -> the keys of a Result, trace included."""
    exercise = load_spec(registry.find(job["exercise"]).id)
    program, loaded = load(exercise, job)
    answer = {"verdict": "error", "kind": "", "message": "", "schedules": 0, "steps": 0, "seconds": 0.0, "schedule": "",
              "trace": None}
    if loaded["outcome"] != "passed":
        return {**answer, "kind": loaded["kind"], "message": loaded["message"]}
    try:
        finding, check = replay_check(exercise, program, job["schedule"])
    except ScheduleError as error:
        return {**answer, "message": str(error)}
    message = sentence(with_line(finding, program)) if finding.message else ""
    return {**answer, "verdict": finding.verdict, "kind": finding.kind, "message": message, "schedules": 1,
            "steps": finding.steps, "schedule": str(finding.schedule), "trace": trace_of(finding)}


# What is promised in every exercise, and where to look: by the kind of failure.
COMMON = {
    "livelock": ("Waiting means blocking on a primitive. A loop that asks again and again is wrong, with or without sleep.",
                 "What could wake this thread up, so that it need not ask?"),
    "leak": ("Nothing is left behind: when the call returns or raises, its threads and processes have ended, and what it opened is closed.",
             "Join what you start, shut down pools, close queues, and do so on every way out: `with` and `finally` see to it when "
             "something raises."),
}


# -- exploring -----------------------------------------------------------------------------------------------------

class _Broken(Exception):
    """A scenario failed."""

    def __init__(self, finding):
        self.finding = finding


class Budget:
    """The steps that the scenarios of an exercise may take together, so that a module that cannot be exhausted costs seconds."""

    def __init__(self, checks):
        self.left = STEPS[any(check.real == "processes" for check in checks)]

    def share(self):
        """Steps that the next search may take."""
        return max(self.left // SHARE, LEAST)


class _Explore:
    """What a check calls with its scenarios.  schedule: play this one only, in the scenario that it belongs to."""

    def __init__(self, check, program, on_progress, budget, schedule=None):
        self.budget = budget
        self.schedule = schedule
        self.check = check
        self.program = program
        self.on_progress = on_progress
        self.schedules = 0
        self.proved = True          # what was explored
        self.tried = False          # has anything been tried once only?
        self.scenarios = 0

    def __call__(self, scenario, *, fair=False, leaks=True, max_schedules=MAX_SCHEDULES, samples=SAMPLES):
        """Explore ``scenario(module)``.  fair: see Machine.  leaks: may no thread, process or shared memory of the module's be left
        when the scenario ends, or at its last ``returned()``?  max_schedules, samples: budgets, in schedules.
        Returns nothing; a failure ends the check."""
        finding = self._finding(scenario, leaks, fair, max_schedules, samples)
        self.proved = self.proved and (finding is None or finding.verdict == "proved")

    def once(self, scenario, *, fair=True, leaks=True):
        """Run ``scenario(module)`` with no preemption: what an ordinary run would show."""
        self._finding(scenario, leaks, fair, 1, 0)
        self.tried = True

    def possible(self, scenario, message, *, kind="wrong_result", fair=False, max_schedules=MAX_SCHEDULES):
        """Fail with ``message`` when no interleaving of ``scenario(module)`` calls ``reached()``.  Other failures are told as such."""
        finding = self._finding(scenario, False, fair, max_schedules, 0)
        if finding is not None and finding.verdict == "proved":
            raise _Broken(Finding("failed", kind, message, finding.schedules, finding.steps))

    def _finding(self, scenario, leaks, fair, max_schedules, samples):
        program = self.program
        leaks = leaks and not program.leak_told     # one fault costs one check its points
        self.scenarios += 1
        before = self.schedules

        def body():
            scenario(program.load())
            if returned not in machine().keep:
                returned()

        explorer = Explorer(
            body, judge_leftovers if leaks else judge, program=digest(program.source, self.check.name, str(self.scenarios)),
            fair=fair, max_schedules=max_schedules, max_steps=MAX_STEPS, max_total_steps=self.budget.share(), samples=samples,
            files=(program.filename,), on_progress=lambda n, steps: self.on_progress(before + n, steps), name="the test",
            waits=True)
        if self.schedule is not None:
            if self.schedule.program == explorer.program:
                raise _Broken(explorer.replay(self.schedule))
            return None
        finding = explorer.explore()
        self.schedules += finding.schedules
        self.budget.left = max(self.budget.left - finding.steps, 0)
        if finding.verdict not in ("proved", "not_found") and not isinstance(finding.error, Reached):
            program.leak_told = program.leak_told or leaks and finding.kind == "leak"
            raise _Broken(finding)
        return finding


def explore_check(check, program, on_progress=lambda n, steps: None, budget=None):
    """Run one check on the simulated machine; returns its dict of a Report.  budget: what it shares with other checks."""
    explore = _Explore(check, program, on_progress, budget or Budget([check]))
    try:
        check.function(explore)
    except _Broken as broken:
        return _failed(check, broken.finding, program, explore.schedules)
    except Exception as error:
        return result(check.name, check.label, check.points, "grader_error", "grader_error",
                      message=f"The check itself failed: {type(error).__name__}: {error}", schedules=explore.schedules)
    verdict = "not_found" if not explore.proved else "passed" if explore.tried else "proved"
    return result(check.name, check.label, check.points, "passed", verdict, schedules=explore.schedules,
                  promise=check.promise)


def replay_check(exercise, program, schedule):
    """Play the schedule of a report again: (Finding, Check).  Raises ScheduleError when it belongs to no scenario of these."""
    wanted = Schedule.parse(schedule)
    for check in exercise.checks:
        try:
            if not check.real:
                check.function(_Explore(check, program, lambda n, steps: None, Budget([check]), wanted))
        except _Broken as broken:
            return broken.finding, check
    raise ScheduleError("this schedule belongs to another module, or to another version of this one: check it again and take "
                        "the schedule from the new report")


def _failed(check, finding, program, schedules):
    if finding.verdict == "error" and finding.kind != "nondeterministic":
        return result(check.name, check.label, check.points, "grader_error", "grader_error", message=finding.message,
                      schedules=schedules)
    kind, error = finding.kind, finding.error
    look = getattr(error, "look", "") or check.look
    message = with_line(finding, program)
    if kind in ("wrong_result", "exception") and finding.machine is not None:
        race = data_race(finding.machine)
        if race:
            kind = "race" if kind == "wrong_result" else kind
            message += f". Behind it: {race}"
    promise = check.promise
    if kind in COMMON:
        promise, look = COMMON[kind]
    return result(check.name, check.label, check.points, "failed", "failed", kind=kind, message=sentence(message),
                  schedules=schedules, schedule=str(finding.schedule or ""), promise=promise, look=look,
                  trace=trace_of(finding))


# -- real runs -----------------------------------------------------------------------------------------------------

REAL_KINDS = {"timeout": "hang", "died": "exception", "memory": "leak", "output": "exception"}


def judge_real(exercise_id, name, method, outcome):
    """The result of a real check from what its process sent back.

    method: the start method, or "" where it does not matter.  outcome: the sandbox's Outcome as a dict (status, result,
    message, …).  Runs in the parent, on plain data.
    """
    check = next(c for c in registry.find(exercise_id).checks if c.name == name)
    try:
        _judge_outcome(check, outcome)
    except Failure as failure:
        message = f"under the start method {method}: {failure}" if method else str(failure)
        return result(check.name, check.label, check.points, "failed", "failed", kind=failure.kind,
                      message=sentence(message), promise=check.promise, look=failure.look or check.look)
    return result(check.name, check.label, check.points, "passed", "passed", promise=check.promise)


def _judge_outcome(check, outcome):
    if outcome["status"] != "ok":
        raise Failure(outcome["message"], REAL_KINDS.get(outcome["status"], outcome["status"]))
    data = outcome["result"]
    try:
        if "raised" in data:
            raise Failure(data["raised"], data.get("kind", "exception"))
        check.judge(data.get("data"))
    except Failure:
        raise
    except Exception:
        raise Failure("the real run sent back something that no run of a right module sends") from None
    if data.get("left"):
        raise Failure(data["left"], "leak")
