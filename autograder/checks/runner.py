"""Runs the checks of one exercise on one module, in the sandboxed child; judges real runs, in the parent."""

from __future__ import annotations

import ast
import types

from ..explore.explorer import Explorer
from ..explore.races import data_race
from ..explore.report import trace_of
from ..explore.schedule import Schedule, ScheduleError, digest
from ..instrument import HELPERS, instrument
from . import registry
from .loading import LOADS, load
from .results import judge, result, sentence, skipped, with_line
from .spec import Failure

MAX_SCHEDULES = 4_000       # of one scenario, before random search takes over
MAX_STEPS = 3_000           # of one schedule
MAX_TOTAL_STEPS = 250_000   # of one scenario
SAMPLES = 500               # random schedules where not all could be explored
SPINNING = 100, 50, 40_000  # the same three for a module that has been shown to poll


def run(job, progress):
    """The job ``check``: {"exercise", "source", "filename", "source_error"?} -> {"checks": […], "real": [{"name"}]}.

    progress is called with {"begin": name} and {"check": dict} for each check, and with {"schedules": n} now and then.
    """
    exercise = registry.find(job["exercise"])
    spec = load_spec(exercise.id)
    results = {}
    progress({"begin": LOADS})
    program, results[LOADS] = load(exercise, job)
    progress({"check": results[LOADS]})
    real = []
    for check in spec.checks:
        missing = [n for n in (LOADS, *check.after) if n in results and results[n]["outcome"] != "passed"]
        if missing:
            entry = skipped(check, missing[0])
        elif check.real:
            real.append({"name": check.name})
            continue
        else:
            progress({"begin": check.name})
            entry = explore_check(check, program, lambda n, steps: progress({"schedules": n}))
        results[check.name] = entry
        progress({"check": entry})
    return {"checks": list(results.values()), "real": real}


def load_spec(exercise_id):
    """The Exercise of a spec whose functions are rewritten, so that its scenarios are explored too."""
    path = registry.spec_path(exercise_id)
    tree = instrument(ast.parse(path.read_text(encoding="utf-8"), str(path)))
    module = types.ModuleType(f"{__package__}.{exercise_id.replace('/', '.')}")
    module.__dict__.update(HELPERS)
    module.__package__ = f"{__package__}.{exercise_id.partition('/')[0]}"
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


# -- exploring -----------------------------------------------------------------------------------------------------

class _Broken(Exception):
    """A scenario failed."""

    def __init__(self, finding):
        self.finding = finding


class _Explore:
    """What a check calls with its scenarios.  schedule: play this one only, in the scenario that it belongs to."""

    def __init__(self, check, program, on_progress, schedule=None):
        self.schedule = schedule
        self.check = check
        self.program = program
        self.on_progress = on_progress
        self.schedules = 0
        self.proved = True
        self.scenarios = 0

    def __call__(self, scenario, *, fair=False, max_schedules=MAX_SCHEDULES, samples=SAMPLES):
        """Explore ``scenario(module)``.  fair: see Machine.  Returns nothing; a failure ends the check."""
        program = self.program
        self.scenarios += 1
        before = self.schedules
        total = MAX_TOTAL_STEPS
        if program.spins:                   # it has been shown to poll: do not explore every turn of its loops
            max_schedules, samples, total = SPINNING
        explorer = Explorer(
            lambda: scenario(program.load()), judge, program=digest(program.source, self.check.name, str(self.scenarios)),
            fair=fair, max_schedules=max_schedules, max_steps=MAX_STEPS, max_total_steps=total, samples=samples,
            files=(program.filename,), on_progress=lambda n, steps: self.on_progress(before + n, steps), name="the test")
        if self.schedule is not None:
            if self.schedule.program == explorer.program:
                raise _Broken(explorer.replay(self.schedule))
            return
        finding = explorer.explore()
        program.spins = program.spins or finding.kind == "livelock"
        self.schedules += finding.schedules
        if finding.verdict not in ("proved", "not_found"):
            raise _Broken(finding)
        self.proved = self.proved and finding.verdict == "proved"


def explore_check(check, program, on_progress=lambda n, steps: None):
    """Run one check on the simulated machine; returns its dict of a Report."""
    explore = _Explore(check, program, on_progress)
    try:
        check.function(explore)
    except _Broken as broken:
        return _failed(check, broken.finding, program, explore.schedules)
    except Exception as error:
        return result(check.name, check.label, check.points, "grader_error", "grader_error",
                      message=f"The check itself failed: {type(error).__name__}: {error}", schedules=explore.schedules)
    verdict = "proved" if explore.proved else "not_found"
    return result(check.name, check.label, check.points, "passed", verdict, schedules=explore.schedules,
                  promise=check.promise)


def replay_check(exercise, program, schedule):
    """Play the schedule of a report again: (Finding, Check).  Raises ScheduleError when it belongs to no scenario of these."""
    wanted = Schedule.parse(schedule)
    for check in exercise.checks:
        try:
            if not check.real:
                check.function(_Explore(check, program, lambda n, steps: None, wanted))
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
    if kind == "livelock":
        look = "Waiting means blocking on a primitive. A loop that asks again and again is not allowed, with or without sleep."
    return result(check.name, check.label, check.points, "failed", "failed", kind=kind, message=sentence(message),
                  schedules=schedules, schedule=str(finding.schedule or ""), promise=check.promise, look=look,
                  trace=trace_of(finding))


# -- real runs -----------------------------------------------------------------------------------------------------

def judge_real(exercise_id, name, outcome):
    """The result of a real check from what its process sent back.

    outcome: the sandbox's Outcome as a dict (status, result, message, …).  Runs in the parent, on plain data.
    """
    check = next(c for c in registry.find(exercise_id).checks if c.name == name)
    about = {"promise": check.promise, "look": check.look}
    if outcome["status"] != "ok":
        kind = {"timeout": "hang", "died": "exception", "memory": "leak", "output": "exception"}.get(
            outcome["status"], outcome["status"])
        return result(check.name, check.label, check.points, "failed", "failed", kind=kind, message=outcome["message"],
                      **about)
    data = outcome["result"]
    try:
        if "raised" in data:
            raise Failure(data["raised"], "exception")
        check.judge(data.get("data"))
    except Failure as failure:
        return result(check.name, check.label, check.points, "failed", "failed", kind=failure.kind,
                      message=sentence(str(failure)), promise=check.promise, look=failure.look or check.look)
    except Exception:
        return result(check.name, check.label, check.points, "failed", "failed", kind="wrong_result",
                      message="The real run sent back something that no run of a right module sends.", **about)
    return result(check.name, check.label, check.points, "passed", "passed", promise=check.promise)
